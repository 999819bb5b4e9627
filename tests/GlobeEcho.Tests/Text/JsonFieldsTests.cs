using System.Text;
using System.Text.Json;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class JsonFieldsTests
{
    private static readonly JsonElement Fields = JsonFields.Parse(Encoding.UTF8.GetBytes(
        """{"text": " Minsk ", "empty": " ", "half": "\ud83d", "number": 21.5, "written": "21.50", "words": "many", "null": null, "time": "2024-05-24T18:00:00", "list": [1, 2]}"""))!.RootElement;

    [Theory]
    [InlineData("text", "Minsk")]
    [InlineData("empty", null)]
    [InlineData("half", null)]
    [InlineData("number", null)]
    [InlineData("null", null)]
    [InlineData("missing", null)]
    public void Text_is_trimmed_and_what_is_none_is_null(string name, string? text) => Assert.Equal(text, Fields.Text(name));

    [Fact]
    public void Price_may_be_written_as_a_string_and_a_measure_may_not()
    {
        Assert.Equal(("21.5", "21.50", null), (Written("number"), Written("written"), Written("words")));
        Assert.Equal((21.5, null, null), (Measure("number", 50), Measure("written", 50), Measure("number", 20)));

        static string? Written(string name) => Fields.Number(name)?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        static double? Measure(string name, double most) => ((JsonElement?)Fields).Number(name, 0, most);
    }

    [Fact]
    public void Half_a_character_is_no_number_and_no_moment() => Assert.True(Fields.Number("half") is null && Fields.Moment("half") is null);

    [Fact]
    public void Moment_without_an_offset_is_UTC() => Assert.Equal(new DateTimeOffset(2024, 5, 24, 18, 0, 0, TimeSpan.Zero), Fields.Moment("time"));

    [Fact]
    public void List_that_is_missing_has_no_items() => Assert.Equal((2, 0, 0), (Fields.Field("list").Items().Count(), Fields.Field("text").Items().Count(), Fields.Field("missing").Items().Count()));

    [Theory]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void What_is_not_one_value_within_the_limits_is_null(string text) => Assert.Null(JsonFields.Parse(Encoding.UTF8.GetBytes(text)));
}
