using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Tests.Digests;

public sealed class DisagreementsTests
{
    private static readonly DateTimeOffset Friday = new(2024, 5, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_tolls_of_one_landslide_stand_side_by_side_the_later_first()
    {
        var found = Assert.Single(In(
            ("Harbour Post", 0, "At least 100 people were killed when a landslide buried the village of Kaoma."),
            ("Isle Courier", 2, "The landslide killed more than 670 people in Kaoma, the migration office said.")));

        Assert.Equal([670m, 100m], found.Values.Select(v => v.Value));
        Assert.Equal("Reports differ on deaths: more than 670 (Isle Courier, Sunday) – At least 100 (Harbour Post, Friday)", found.InOneLine());
    }

    [Theory]
    [InlineData("The storm killed 12 people on the coast.", "The storm killed 30 people on the coast.", "deaths")]
    [InlineData("The attack killed 12 soldiers.", "The attack killed 30 soldiers.", "deaths of soldiers")]
    [InlineData("Some 12 people were hospitalised.", "In all 30 people were hospitalised.", "people in hospital")]
    [InlineData("The storm left 12 people missing.", "The storm left 30 people missing.", "people missing")]
    [InlineData("The flood displaced 12 families.", "The flood displaced 30 families.", "families displaced")]
    [InlineData("The flames destroyed 250 homes.", "The flames destroyed 230 homes.", "homes destroyed")]
    public void What_is_counted_is_said_as_one_says_it(string one, string other, string counted) =>
        Assert.Equal(counted, Assert.Single(In(("Harbour Post", 0, one), ("Isle Courier", 1, other))).Counted);

    [Fact]
    public void Value_of_one_day_that_more_tell_goes_first()
    {
        var found = Assert.Single(In(
            ("Harbour Post", 0, "The fire injured 12 people in the harbour hall."),
            ("Isle Courier", 0, "In the harbour hall 15 people were injured by the fire."),
            ("Cape Times", 0, "Doctors said 12 people were injured.")));

        Assert.Equal([(12m, 2), (15m, 1)], found.Values.Select(v => (v.Value, v.Voices)));
    }

    [Fact]
    public void Sentence_that_tells_one_of_the_numbers_in_its_own_words_is_known()
    {
        var found = Assert.Single(In(("Harbour Post", 0, "The quake killed 100 people."), ("Isle Courier", 1, "The quake killed 140 people.")));

        Assert.True(Disagreements.Tells("Residents feared that 100 people had been killed.", found));
        Assert.False(Disagreements.Tells("Residents said that 100 people had been injured.", found));
        Assert.False(Disagreements.Tells("Residents feared that 300 people had been killed.", found));
    }

    [Fact]
    public void Each_value_cites_the_sentence_that_has_it()
    {
        const string Text = "The hall burned. The fire injured 12 people in the harbour hall. Nobody was arrested.";
        var found = Assert.Single(In(("Harbour Post", 0, Text), ("Isle Courier", 0, "The fire injured 15 people.")));

        var citation = found.Values.Single(v => v.Value == 12).Told[0].Citation;
        Assert.Equal("The fire injured 12 people in the harbour hall.", citation.Span.Of(Text));
    }

    [Fact]
    public void Second_number_of_one_voice_that_nobody_else_tells_is_another_count()
    {
        var found = Assert.Single(In(
            ("Harbour Post", 0, "More than 100 people are feared dead. One villager spoke of 300 dead."),
            ("Isle Courier", 0, "A villager spoke of 300 dead. Three people were found dead by the evening."),
            ("Cape Times", 0, "More than 100 people are feared dead.")));

        Assert.Equal([100m, 300m], found.Values.Select(v => v.Value).Order());
    }

    [Fact]
    public void Of_a_text_that_two_print_the_first_is_named()
    {
        var texts = Texts(("Harbour Post", 0, "The quake killed 100 people."), ("Bay Mirror", 1, "The quake killed 100 people."), ("Isle Courier", 1, "The quake killed 140 people."));

        var found = Assert.Single(Disagreements.In(texts, t => t.Publisher == "Bay Mirror" ? "Harbour Post" : t.Publisher));

        Assert.Equal(["Isle Courier", "Harbour Post"], found.Values.Select(v => v.Told.Single().Publisher));
    }

    [Fact]
    public void Count_of_homes_that_differs_is_told() =>
        Assert.Equal([250m, 230m], Assert.Single(In(
            ("Harbour Post", 0, "The wildfire near Sant Orla destroyed 230 homes."),
            ("Isle Courier", 1, "The flames destroyed 250 homes near Sant Orla."))).Values.Select(v => v.Value));

    [Theory]
    [InlineData("The storm killed 12 people on the coast.", "Twelve people were killed in the storm.")]
    [InlineData("The storm killed 12 people on the coast.", "The storm injured 40 people on the coast.")]
    [InlineData("The attack killed 12 soldiers near the bridge.", "The attack killed 30 civilians near the bridge.")]
    [InlineData("The ship sank 10 miles off the coast.", "The ship sank 16 km off the coast.")]
    [InlineData("Sales at the yard fell 8 percent in a year.", "Sales at the yard fell to 410 million euros in a year.")]
    [InlineData("At least 100 people were killed in the quake.", "The quake killed 112 people.")]
    [InlineData("About 300 people were arrested in the square.", "Police arrested 312 people in the square.")]
    [InlineData("The strike killed 9 people in Belo.", "The strike killed 4 people in Tarsin.")]
    [InlineData("The raid killed 9 people.", "Raids have killed 1,200 people since October.")]
    [InlineData("The storm killed 12 people in 2019.", "The storm killed 12 people on 24 May.")]
    [InlineData("The council passed a budget of 1.37 billion crowns.", "The council passed a budget of 1.4 billion crowns.")]
    [InlineData("Three of the five miners were rescued.", "Rescuers saved 2 of the 5 miners.")]
    [InlineData("The ministry said 100 people died, while the rebels said 200 people died.", "Officials said 200 people died.")]
    public void Numbers_that_can_both_be_true_are_no_disagreement(string one, string other) =>
        Assert.Empty(In(("Harbour Post", 0, one), ("Isle Courier", 0, other)));

    [Fact]
    public void Of_one_publisher_only_the_latest_telling_counts() =>
        Assert.Empty(In(
            ("Harbour Post", 0, "The quake killed 100 people."), ("Harbour Post", 1, "The quake killed 140 people."), ("Isle Courier", 1, "The quake killed 140 people.")));

    [Fact]
    public void Two_names_of_one_voice_are_one_voice()
    {
        var texts = Texts(("Harbour Post", 0, "The quake killed 100 people."), ("Harbour Post Online", 1, "The quake killed 140 people."));

        Assert.Single(Disagreements.In(texts));
        Assert.Empty(Disagreements.In(texts, _ => "Harbour Post"));
    }

    private static IReadOnlyList<Disagreement> In(params (string Publisher, int Day, string Text)[] told) => Disagreements.In(Texts(told));

    private static CitableText[] Texts(params (string Publisher, int Day, string Text)[] told) =>
        told.Select((t, i) => new CitableText(new ArticleId(i), t.Publisher, "", t.Text, Friday.AddDays(t.Day), "en")).ToArray();
}
