using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Digests;

public sealed class CitationCheckTests
{
    private const string First = "The ferry Alba sank off Porto Vero on Sunday. Rescuers saved 41 people.";
    private const string Second = "Rescuers saved 41 people, the harbour office said.";

    private static readonly CitableText[] Texts =
    [
        new(new ArticleId(1), "Harbour Post", "Ferry sinks", First, null, "en"),
        new(new ArticleId(2), "Isle Courier", "Ferry lost", Second, null, "en"),
    ];

    [Fact]
    public void Claim_taken_word_for_word_passes() => Assert.Null(Fault("Rescuers saved 41 people.", (1, 46, 25)));

    [Fact]
    public void Claim_backed_by_another_publisher_passes() => Assert.Null(Fault("Rescuers saved 41 people.", (1, 46, 25), (2, 0, 50)));

    [Fact]
    public void False_number_is_refused() => Assert.Equal(CitationFault.NumberMissing, Fault("Rescuers saved 43 people.", (1, 46, 25)));

    [Fact]
    public void Swapped_name_is_refused() =>
        Assert.Equal(CitationFault.NameMissing, Fault("The ferry Alba sank off Porto Nero on Sunday.", (1, 0, 45)));

    [Fact]
    public void Changed_word_is_refused() => Assert.Equal(CitationFault.NotVerbatim, Fault("Rescuers found 41 people.", (1, 46, 25)));

    [Fact]
    public void Rewriter_may_shorten_in_english_and_only_copy_in_other_languages()
    {
        var claim = Claim("Rescuers saved 41 people on Sunday.", 0, (1, 0, 71));
        var shorter = Claim("Alba sank off Porto Vero on Sunday.", 0, (1, 0, 45));

        Assert.Empty(CitationCheck.Sift(new Draft("en", "", [shorter]), Texts, GateStrictness.Rewrite).Faults);
        Assert.Equal([CitationFault.NotVerbatim], CitationCheck.Sift(new Draft("de", "", [shorter]), Texts, GateStrictness.Rewrite).Faults);
        Assert.NotEmpty(CitationCheck.Sift(new Draft("en", "", [claim]), Texts, GateStrictness.Rewrite).Faults);
    }

    [Fact]
    public void Rewriter_may_copy_a_sentence_whose_pronoun_was_resolved()
    {
        const string Text = "President Alma Brandt opened the bridge on Friday. She said that it would last a century.";
        var resolved = Resolution.Of(Text[..50], Text[51..]);

        Assert.NotNull(resolved);
        var draft = new Draft("en", "", [Claim(resolved, 0, (1, 0, Text.Length))]);
        Assert.Empty(CitationCheck.Sift(draft, [Texts[0] with { Text = Text }], GateStrictness.Rewrite).Faults);
    }

    [Fact]
    public void Article_of_another_story_is_refused() => Assert.Equal(CitationFault.ForeignArticle, Fault("Rescuers saved 41 people.", (3, 46, 25)));

    [Fact]
    public void Span_beyond_the_text_is_refused() => Assert.Equal(CitationFault.SpanOutsideText, Fault("Rescuers saved 41 people.", (1, 46, 26)));

    [Fact]
    public void Empty_span_is_refused() => Assert.Equal(CitationFault.SpanOutsideText, Fault("Rescuers saved 41 people.", (1, 46, 0)));

    [Fact]
    public void Citation_that_tells_something_else_is_refused() =>
        Assert.Equal(CitationFault.WeakSupport, Fault("Rescuers saved 41 people.", (1, 46, 25), (1, 0, 45)));

    [Fact]
    public void Refused_claims_are_dropped_with_their_fault_and_paragraphs_close_up()
    {
        var draft = new Draft("en", "Ferry sinks",
        [
            Claim("Rescuers saved 99 people.", 0, (1, 46, 25)),
            Claim("Rescuers saved 41 people.", 1, (1, 46, 25)),
            Claim("The ferry Alba sank off Porto Vero on Sunday.", 2, (1, 0, 45)),
        ]);

        var sifted = CitationCheck.Sift(draft, Texts);

        Assert.Equal([CitationFault.NumberMissing], sifted.Faults);
        Assert.Equal([("Rescuers saved 41 people.", 0), ("The ferry Alba sank off Porto Vero on Sunday.", 1)], sifted.Claims.Select(c => (c.Text, c.Paragraph)));
    }

    [Fact]
    public void Standfirst_passes_the_same_gate()
    {
        var draft = new Draft("en", "Ferry sinks", [Claim("Rescuers saved 41 people.", 0, (1, 46, 25))]);

        var good = CitationCheck.Sift(draft with { Standfirst = Claim("The ferry Alba sank off Porto Vero on Sunday.", 0, (1, 0, 45)) }, Texts);
        var bad = CitationCheck.Sift(draft with { Standfirst = Claim("The ferry Alba sank off Porto Vero on Monday.", 0, (1, 0, 45)) }, Texts);

        Assert.Equal(("The ferry Alba sank off Porto Vero on Sunday.", 0), (good.Standfirst?.Text, good.Faults.Count));
        Assert.Null(bad.Standfirst);
        Assert.Single(bad.Faults);
    }

    private static CitationFault? Fault(string text, params (long Article, int Start, int Length)[] citations) =>
        CitationCheck.Fault(Claim(text, 0, citations), Texts.ToDictionary(t => t.Article, t => t.Text));

    private static Claim Claim(string text, int paragraph, params (long Article, int Start, int Length)[] citations) =>
        new(text, paragraph, citations.Select(c => new Citation(new ArticleId(c.Article), new TextSpan(c.Start, c.Length))).ToList());
}
