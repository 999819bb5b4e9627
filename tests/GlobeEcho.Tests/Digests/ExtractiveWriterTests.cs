using CsCheck;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Tests.Digests;

public sealed class ExtractiveWriterTests
{
    private static readonly string[] Pieces =
    [
        "The harbour of Porto Vero was closed on Sunday after the ferry Alba sank", "Rescuers saved 41 people and searched for 3 more in the cold water",
        "Captain Ines Roca told reporters that a wave of 9.5 metres had struck the ship", "Mr. Bell, the mayor, said the town would mourn for 1,200 hours",
        "\"We heard a bang,\" said Ana Moll, a passenger from St. Ives", "He did not know what to say about it to anyone at all", "Click here to subscribe to our newsletter",
        "MINSK, May 24 (Agency) - The ministers of both countries signed the treaty on trade", "Why did the ship sail into the storm at all that day", "日本の船が沈んだ。四十一人が救助された",
        "Der Hafen blieb am 24. Mai wegen des Sturms den ganzen Tag lang geschlossen", "U.S. officials sent two planes from the base at Cape Noor to help", "x", "…", "(see page 4)",
    ];

    private static readonly Gen<string> Text =
        Gen.Select(AnyOf(Pieces), AnyOf(".", "!", "?", "...", "。", "", ".”", ".)"), AnyOf(" ", "\n\n", "  ", "", "\n"))
            .Select(t => t.Item1 + t.Item2 + t.Item3).Array[0, 14].Select(string.Concat);

    private static readonly Gen<CitableText[]> Story =
        Gen.Select(Gen.Int[0, 3], AnyOf<string?>("en", "fr", null), Text, AnyOf(Pieces)).Array[1, 7].Select(made => made
            .Select((m, i) => new CitableText(new ArticleId(i), $"publisher {m.Item1}", m.Item4, m.Item3, null, m.Item2)).ToArray());

    [Fact]
    public void Every_claim_of_any_story_ends_as_its_first_citation_does_and_passes_the_check() =>
        Gen.Select(Story, AnyOf<int?>(null, 20, 65)).Sample(
            (texts, words) =>
            {
                var draft = ExtractiveWriter.Write(texts, "en", words);
                var byId = texts.ToDictionary(t => t.Article, t => t.Text);
                return draft.Claims.All(c => c.Citations[0].Span.Of(byId[c.Citations[0].Article]).EndsWith(c.Text[^Math.Min(20, c.Text.Length)..], StringComparison.Ordinal))
                    && CitationCheck.Sift(draft, texts).Faults.Count == 0;
            },
            iter: 3000);

    [Fact]
    public void Random_stories_do_give_claims()
    {
        var claims = 0;
        Story.Sample(texts => { Interlocked.Add(ref claims, ExtractiveWriter.Write(texts, "en").Claims.Count); }, iter: 200);
        Assert.True(claims > 200, $"only {claims} claims");
    }

    [Fact]
    public void Same_story_gives_the_same_draft()
    {
        var one = ExtractiveWriter.Write(Ferry(), "en");
        var two = ExtractiveWriter.Write(Ferry(), "en");
        Assert.Equal(one.Claims.Select(c => c.Text), two.Claims.Select(c => c.Text));
        Assert.Equal(one.Headline, two.Headline);
    }

    [Fact]
    public void Story_told_by_many_has_three_to_six_paragraphs_of_one_to_three_sentences_and_several_publishers()
    {
        var draft = ExtractiveWriter.Write(Ferry(), "en");

        var paragraphs = draft.Claims.GroupBy(c => c.Paragraph).ToList();
        Assert.InRange(paragraphs.Count, 3, 6);
        Assert.All(paragraphs, p => Assert.InRange(p.Count(), 1, 3));
        Assert.Equal(Enumerable.Range(0, paragraphs.Count), paragraphs.Select(p => p.Key));
        Assert.InRange(draft.Claims.Select(c => c.Citations[0].Article).Distinct().Count(), 2, 4);
    }

    [Fact]
    public void Digest_opens_with_what_happened_and_ends_with_what_went_before()
    {
        var draft = ExtractiveWriter.Write(Ferry(), "en");

        Assert.Contains("sank", draft.Claims[0].Text);
        Assert.Contains("2011", draft.Claims[^1].Text);
    }

    [Fact]
    public void Sentence_other_publishers_tell_too_cites_them()
    {
        var draft = ExtractiveWriter.Write(
        [
            Telling(1, "Harbour Post", "Ferry Alba sinks", "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard."),
            Telling(2, "Isle Courier", "Alba lost", "The ferry Alba sank off Porto Vero on Sunday evening with 44 people aboard, the harbour office said."),
            Telling(3, "Cape Times", "Alba", "The ferry Alba sank off Porto Vero on Sunday with 45 people aboard."),
        ], "en");

        var claim = draft.Claims.Single(c => c.Citations[0].Article == new ArticleId(1));
        Assert.Equal([1, 2], claim.Citations.Select(c => c.Article.Value));
    }

    [Fact]
    public void Sentence_with_the_same_words_and_another_sense_is_no_backing()
    {
        var draft = ExtractiveWriter.Write(
        [
            Telling(1, "Harbour Post", "Ferry Alba", "The harbour office of Porto Vero did not close the port before the ferry Alba sank on Sunday."),
            Telling(2, "Isle Courier", "Ferry Alba", "The harbour office of Porto Vero did close the port before the ferry Alba sank on Sunday, not after."),
        ], "en");

        Assert.All(draft.Claims, c => Assert.Single(c.Citations));
    }

    [Fact]
    public void Pronoun_is_resolved_by_the_sentence_before_and_both_are_cited()
    {
        const string Text = "Captain Ines Roca sent the first distress call at 16:20 on Sunday. She left the bridge of the ferry Alba as the last of all aboard.";
        var claim = ExtractiveWriter.Write([Telling(1, "Harbour Post", "Captain Roca left the ferry Alba last", Text)], "en").Claims.Single(c => c.Text.Contains("bridge"));

        Assert.Equal("Captain Ines Roca left the bridge of the ferry Alba as the last of all aboard.", claim.Text);
        Assert.Equal(Text, claim.Citations.Single().Span.Of(Text));
    }

    [Theory]
    [InlineData("Captain Ines Roca met Mayor Luis Bell in the harbour hall on Sunday.")]
    [InlineData("The harbour office of Porto Vero closed at noon on Sunday in the storm.")]
    [InlineData("\"Nobody called us that night,\" Captain Ines Roca said in the harbour hall.")]
    public void Pronoun_that_could_mean_another_is_not_resolved(string before) =>
        Assert.DoesNotContain(
            ExtractiveWriter.Write([Telling(1, "Harbour Post", "Captain Roca left the ferry Alba last", before + " He left the bridge of the ferry Alba as the last of all aboard.")], "en").Claims,
            c => c.Text.Contains("bridge"));

    [Fact]
    public void Two_texts_of_one_voice_do_not_back_each_other()
    {
        CitableText[] texts =
        [
            Telling(1, "Harbour Post", "Ferry Alba sinks", "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard."),
            Telling(2, "Isle Courier", "Alba lost", "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard, it was reported."),
        ];

        Assert.Contains(ExtractiveWriter.Write(texts, "en").Claims, c => c.Citations.Count == 2);
        Assert.All(ExtractiveWriter.Write(texts, "en", null, _ => "one agency").Claims, c => Assert.Single(c.Citations));
    }

    [Fact]
    public void Draft_tells_where_reports_differ_and_who_is_quoted()
    {
        var draft = ExtractiveWriter.Write(
        [
            Telling(1, "Harbour Post", "Ferry Alba sinks", "The storm off Porto Vero killed 12 people aboard the ferry Alba. \"The sea was like a wall that night,\" captain Ines Roca said in the harbour."),
            Telling(2, "Isle Courier", "Alba lost", "The storm killed 15 people aboard the ferry Alba, the harbour office of Porto Vero said."),
        ], "en");

        Assert.Equal([12m, 15m], draft.Disagreements.Single().Values.Select(v => v.Value));
        Assert.Equal("Ines Roca", draft.Quotes.Single().Speaker);
    }

    [Fact]
    public void Standfirst_is_a_cited_sentence_that_no_claim_repeats()
    {
        var draft = ExtractiveWriter.Write(Ferry(), "en");

        Assert.NotNull(draft.Standfirst);
        Assert.DoesNotContain(draft.Claims, c => c.Text == draft.Standfirst.Text);
        Assert.Empty(CitationCheck.Sift(new Draft("en", "", [draft.Standfirst]), Ferry()).Faults);
    }

    [Fact]
    public void Headline_whose_number_no_text_has_does_not_head_the_story()
    {
        var draft = ExtractiveWriter.Write(
        [
            Telling(1, "Harbour Post", "Ferry Alba sinks off Porto Vero with 440 aboard", "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard."),
            Telling(2, "Isle Courier", "Ferry Alba lost off Porto Vero - Isle Courier", "The ferry Alba went down off Porto Vero with 44 people aboard on Sunday."),
        ], "en");

        Assert.Equal("Ferry Alba lost off Porto Vero", draft.Headline);
    }

    [Fact]
    public void French_story_gives_a_French_digest()
    {
        var draft = ExtractiveWriter.Write(
        [
            Telling(1, "Le Port", "Le ferry Alba coule", "Le ferry Alba a coulé dimanche au large de Porto Vero avec 44 personnes à bord.", "fr"),
            Telling(2, "La Côte", "Naufrage de l'Alba", "Les secours ont sauvé 41 passagers du ferry Alba dans la nuit de dimanche à lundi.", "fr"),
            Telling(3, "Der Hafen", "Fähre gesunken", "Die Fähre Alba ist am Sonntag vor Porto Vero mit 44 Menschen an Bord gesunken.", "de"),
        ], "en");

        Assert.Equal("fr", draft.Language);
        Assert.NotEmpty(draft.Claims);
        Assert.All(draft.Claims, c => Assert.InRange(c.Citations[0].Article.Value, 1, 2));
    }

    [Fact]
    public void Language_of_the_paper_goes_first_even_when_fewer_tell_it()
    {
        var draft = ExtractiveWriter.Write(
        [
            Telling(1, "Le Port", "Le ferry Alba coule", "Le ferry Alba a coulé dimanche au large de Porto Vero avec 44 personnes à bord.", "fr"),
            Telling(2, "La Côte", "Naufrage de l'Alba", "Les secours ont sauvé 41 passagers du ferry Alba dans la nuit de dimanche à lundi.", "fr"),
            Telling(3, "Harbour Post", "Ferry Alba sinks", "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard."),
        ], "en");

        Assert.Equal("en", draft.Language);
        Assert.Equal("Ferry Alba sinks", draft.Headline);
        Assert.Equal([3], draft.Claims.Select(c => c.Citations[0].Article.Value));
    }

    [Theory]
    [InlineData("MINSK, May 24 (Agency) - ")]
    [InlineData("PORT HARCOURT, Republic of Nigeria - ")]
    [InlineData("PORTO VERO — ")]
    [InlineData("Paris (Agence) – ")]
    [InlineData("(Agency) - ")]
    [InlineData("NEW YORK, Oct. 3, 2024 (Wire) -- ")]
    public void Dateline_stays_outside_the_claim(string dateline)
    {
        const string Sentence = "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard.";
        var claim = ExtractiveWriter.Write([Telling(1, "Harbour Post", "Ferry sinks", dateline + Sentence)], "en").Claims.Single();

        Assert.Equal(Sentence, claim.Text);
        Assert.Equal(dateline.Length, claim.Citations[0].Span.Start);
    }

    [Theory]
    [InlineData("He told the council that the harbour would stay closed for a week.")]
    [InlineData("But the council of Porto Vero did not agree with the harbour office.")]
    [InlineData("Why did the ferry Alba leave Porto Vero in such a storm at all?")]
    [InlineData("\"We heard a loud bang and then the lights went out in the cabin.\"")]
    [InlineData("\"We heard a loud bang and then the lights went out,\" he said.")]
    [InlineData("Click here to read more about the ferry Alba and the storm of Sunday.")]
    [InlineData("Sign up for the Harbour Post newsletter and never miss the news of the coast.")]
    [InlineData("The ferry Alba sank.")]
    [InlineData("The ferry Alba left Porto Vero with 44 people aboard and then it ...")]
    [InlineData("The ferry Alba left Porto Vero on Sunday with 44 people aboard and")]
    [InlineData("The council of Porto Vero met “for a long night in the town hall of the harbour.")]
    [InlineData("„Wir haben einen lauten Knall gehört“, sagte er am Dienstag den Leuten vom Hafenamt.")]
    [InlineData("THE FERRY ALBA SANK OFF PORTO VERO ON SUNDAY WITH MANY ABOARD.")]
    public void Sentence_that_cannot_stand_alone_is_not_printed(string sentence) =>
        Assert.Empty(ExtractiveWriter.Write([Telling(1, "Harbour Post", "Ferry Alba sinks off Porto Vero", sentence)], "en").Claims);

    [Theory]
    [InlineData("WHO experts said the water of Porto Vero was safe to drink again.")]
    [InlineData("El Salvador sent two boats to search the strait off Porto Vero.")]
    [InlineData("Das Hafenamt hat die Suche nach der Fähre Alba am Abend beendet.")]
    [InlineData("नौका अल्बा रविवार को पोर्टो वेरो के पास तूफान में डूब गई।")]
    [InlineData("「大きな音がした」と乗客の一人は日曜の夜に港の事務所で記者団に語った。")]
    public void Sentence_that_stands_alone_is_printed_in_any_language(string sentence) =>
        Assert.Single(ExtractiveWriter.Write([Telling(1, "Harbour Post", "Ferry Alba sinks off Porto Vero", sentence)], "en").Claims);

    [Fact]
    public void Dateline_after_a_summary_line_stays_outside_too() =>
        Assert.Equal(
            "Rescuers in four boats saved 41 of the 44 people aboard before dark.",
            ExtractiveWriter.Write(
                [Telling(1, "Post", "Ferry", "A ferry was lost.\n\nPORTO VERO — Rescuers in four boats saved 41 of the 44 people aboard before dark.")], "en")
                .Claims.Single().Text);

    [Fact]
    public void Quotation_with_its_speaker_is_printed() =>
        Assert.Single(ExtractiveWriter.Write(
            [Telling(1, "Harbour Post", "Ferry Alba sinks", "\"We heard a loud bang and then the lights went out,\" said Ana Moll.")], "en").Claims);

    [Fact]
    public void Story_of_one_telling_has_two_or_three_sentences() =>
        Assert.InRange(ExtractiveWriter.Write([Ferry()[0]], "en").Claims.Count, 2, 3);

    [Fact]
    public void Word_budget_is_kept_within_a_third_and_fewer_words_are_the_same_choice_begun()
    {
        var some = ExtractiveWriter.Write(Ferry(), "en", 30).Claims;
        var more = ExtractiveWriter.Write(Ferry(), "en", 90).Claims;

        Assert.InRange(some.Sum(c => c.Text.Split(' ').Length), 8, 39);
        Assert.InRange(more.Sum(c => c.Text.Split(' ').Length), 40, 117);
        Assert.Equal(some[0].Text, more[0].Text);
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static CitableText Telling(long id, string publisher, string headline, string text, string language = "en") =>
        new(new ArticleId(id), publisher, headline, text, new DateTimeOffset(2024, 5, 20, 8, 0, 0, TimeSpan.Zero), language);

    private static CitableText[] Ferry() =>
    [
        Telling(1, "Harbour Post", "Ferry Alba sinks off Porto Vero",
            "The ferry Alba sank off Porto Vero on Sunday after a wave broke its bow door, the harbour office said.\n\n"
            + "Rescuers in four boats saved 41 of the 44 people aboard before dark.\n\n"
            + "The bow door had been repaired in Cape Noor only two weeks ago, according to shipyard papers.\n\n"
            + "In 2011 a sister ship of the Alba was lost in the same strait with 12 lives."),
        Telling(2, "Isle Courier", "Three missing after ferry sinks",
            "Three people were missing on Monday after the passenger ferry Alba went down near Porto Vero in heavy seas.\n\n"
            + "Divers from Cape Noor began to search the wreck, which lies 60 metres deep.\n\n"
            + "Mayor Luis Bell said the town would mourn for three days."),
        Telling(3, "Cape Times", "Alba: bow door failed, says harbour office",
            "A broken bow door let the sea into the ferry Alba, investigators in Porto Vero said after the first interviews.\n\n"
            + "Captain Ines Roca sent the first distress call at 16:20, and the ship was gone eleven minutes later.\n\n"
            + "The shipyard in Cape Noor declined to comment on the repairs of the door."),
        Telling(4, "Strait Herald", "Ferry disaster: families wait in Porto Vero",
            "Families waited in the harbour hall of Porto Vero for news of the three passengers lost with the ferry Alba.\n\n"
            + "The owner, Vero Lines, stopped its two other ferries until their doors are inspected.\n\n"
            + "\"Nobody has told the families anything since the morning,\" said Ana Moll, whose brother was aboard."),
    ];
}
