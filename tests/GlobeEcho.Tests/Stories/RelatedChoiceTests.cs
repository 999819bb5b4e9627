using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Stories;

public sealed class RelatedChoiceTests
{
    [Fact]
    public void Stories_of_two_rare_names_are_linked_with_the_names()
    {
        var related = Assert.Single(Related(4, ("brekke", 4, [(7, 0.5), (8, 0.1)]), ("tarvik", 3, [(7, 0.5), (9, 0.2)])));

        Assert.Equal(7, related.Story.Value);
        Assert.Equal(["brekke", "tarvik"], related.Shared.Order());
    }

    [Fact]
    public void Name_everybody_uses_links_nothing() =>
        Assert.Empty(Related(4, ("president", 4, Enumerable.Range(10, 120).Select(i => (i, 1.0)).ToArray()), ("minister", 4, Enumerable.Range(10, 120).Select(i => (i, 1.0)).ToArray())));

    [Fact]
    public void First_and_last_name_of_one_person_are_one_name() =>
        Assert.Empty(Related(4, ("jonas", 2, [(7, 0.3)]), ("brekke", 2, [(7, 0.3)])));

    [Fact]
    public void One_rare_name_throughout_both_is_enough() => Assert.Single(Related(4, ("brekke", 4, [(7, 0.9)])));

    [Fact]
    public void Nearest_stand_first_and_no_more_than_asked_for()
    {
        var related = Related(2, ("brekke", 2, [(7, 0.6), (8, 1), (9, 0.8)]), ("orlen", 2, [(8, 1)]), ("tarvik", 2, [(7, 0.6)]));

        Assert.Equal([8L, 7L], related.Take(2).Select(r => r.Story.Value));
        Assert.Equal(2, RelatedChoice.Of(2, Names(("brekke", 2, [(7, 1), (8, 1), (9, 1)])), 1000, 2).Count);
    }

    private static IReadOnlyList<RelatedStory> Related(int tellings, params (string Name, int Tellings, (int Story, double Share)[] Holders)[] names) =>
        RelatedChoice.Of(tellings, Names(names), 1000, 4);

    private static List<(NameUse, IReadOnlyDictionary<StoryId, double>)> Names(params (string Name, int Tellings, (int Story, double Share)[] Holders)[] names) =>
        names.Select(n => (new NameUse(n.Name, n.Name, n.Tellings), (IReadOnlyDictionary<StoryId, double>)n.Holders.ToDictionary(h => new StoryId(h.Story), h => h.Share))).ToList();
}
