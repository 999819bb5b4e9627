using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Commands;

/// <summary>A change of stories as the commands write it for machines.</summary>
/// <param name="By">editor or folding.</param>
internal sealed record ChangeLine(
    long Change, DateTimeOffset Made, ChangeKind Kind, string By, long Story, long Other, IReadOnlyList<long> Articles, string? Why, DateTimeOffset? Undone)
{
    public static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ChangeLine Of(StoryChange change) => new(
        change.Id.Value, change.Made, change.Kind, change.ByEditor ? "editor" : "folding", change.Story.Value, change.Other.Value,
        change.Articles.Select(a => a.Value).ToList(), change.Why, change.Undone);

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>"split 2 tellings of story 3 off as story 9".</summary>
    public string Words
    {
        get
        {
            var (story, other) = (Story.ToString(CultureInfo.InvariantCulture), Other.ToString(CultureInfo.InvariantCulture));
            return Kind switch
            {
                ChangeKind.Split => $"split {Count(Articles.Count)} of story {story} off as story {other}",
                ChangeKind.Merge => $"merged story {story} ({Count(Articles.Count)}) into story {other}",
                ChangeKind.Move => $"moved article {Articles[0].ToString(CultureInfo.InvariantCulture)} from story {story} to story {other}",
                _ => throw new InvalidOperationException($"{Kind} is no kind of change."),
            };
        }
    }

    private static string Count(int tellings) => tellings == 1 ? "1 telling" : $"{tellings.ToString(CultureInfo.InvariantCulture)} tellings";
}
