using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>Writes an edition to take away as plain text, and as markup that needs no style sheet: for feed readers and e-mail.</summary>
public static class BriefingPrint
{
    private const int LineLength = 72;
    private const string Serif = "font-family:Georgia,'Times New Roman',serif";
    private const string Small = "font-family:Arial,Helvetica,sans-serif;font-size:12px;line-height:18px;color:#5a554b";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>"Morning edition, Friday 24 May 2024".</summary>
    public static string Title(BriefingContent edition) => $"{edition.Name}, {edition.Time.Day(edition.Closed)}";

    /// <summary>In lines of at most 72 characters where words allow.</summary>
    /// <param name="home">The paper's address, with a slash at its end.</param>
    public static string Text(BriefingContent edition, string paper, Uri home)
    {
        var text = new StringBuilder();
        text.AppendLine(paper.ToUpperInvariant()).AppendLine(Title(edition)).AppendLine(Closing(edition)).AppendLine();
        foreach (var story in edition.Leading)
            Story(story);
        foreach (var (section, stories) in edition.Sections)
        {
            text.AppendLine(Sections.Name(section).ToUpperInvariant()).AppendLine();
            foreach (var story in stories)
                Story(story);
        }

        text.Append("Read it on the page: ").AppendLine(new Uri(home, edition.Path).AbsoluteUri);
        text.AppendLine("Texts belong to their publishers; each story's page names and links them.");
        return text.ToString();

        void Story(BriefingStory story)
        {
            Wrap(text, (story.IsNew ? "* " : "") + story.Headline);
            if (story.Standfirst is { } standfirst)
                Wrap(text, standfirst);
            if (story.Sentences.Count > 0)
                Wrap(text, string.Join(' ', story.Sentences));
            Wrap(text, Told(story));
            text.AppendLine(new Uri(home, story.Path).AbsoluteUri).AppendLine();
        }
    }

    /// <summary>One element that stands by itself, its look written into it.</summary>
    /// <param name="home">The paper's address, with a slash at its end.</param>
    public static string Html(BriefingContent edition, Uri home)
    {
        var html = new StringBuilder();
        html.Append($"<div style=\"max-width:600px;{Serif};font-size:16px;line-height:24px;color:#1b1a17\">");
        html.Append($"<p style=\"margin:0 0 16px;{Small}\">{Encode(Closing(edition))}</p>");
        var first = true;
        foreach (var story in edition.Leading)
        {
            Story(html, story, home, first ? 28 : 20);
            first = false;
        }

        foreach (var (section, stories) in edition.Sections)
        {
            html.Append($"<h2 style=\"margin:24px 0 8px;padding-top:6px;border-top:3px solid #1b1a17;font-size:16px;line-height:24px\">{Encode(Sections.Name(section))}</h2>");
            foreach (var story in stories)
                Story(html, story, home, 17);
        }

        html.Append($"<p style=\"margin:24px 0 0;padding-top:8px;border-top:1px solid #d3cdbf;{Small}\"><a href=\"{Encode(new Uri(home, edition.Path).AbsoluteUri)}\" style=\"color:#a92f15\">Read it on the page</a>. Texts belong to their publishers; each story’s page names and links them.</p></div>");
        return html.ToString();
    }

    /// <summary>A whole page around it, for e-mail.</summary>
    public static string Page(BriefingContent edition, string paper, Uri home) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light\"><title>{Encode(Title(edition))}</title></head>"
        + $"<body style=\"margin:0;padding:16px;background:#fbfaf5\"><div style=\"max-width:600px;margin:0 auto\"><p style=\"margin:0;{Serif};font-size:26px;line-height:32px;font-weight:bold;letter-spacing:0.02em;text-transform:uppercase;color:#1b1a17\">{Encode(paper)}</p>"
        + $"<p style=\"margin:2px 0 12px;padding-bottom:6px;border-bottom:3px double #1b1a17;{Serif};font-size:16px;line-height:24px;color:#1b1a17\">{Encode(Title(edition))}</p>{Html(edition, home)}</div></body></html>";

    /// <summary>"As it stood at 06:00 UTC+3. 24 stories, 900 words, 4 minutes. A star marks what was not in the edition before."</summary>
    public static string Closing(BriefingContent edition)
    {
        var counts = $"{Count.Of(edition.Stories.Count(), "story", "stories")}, {Count.Of(edition.Words, "word")}, about {Count.Of(edition.Minutes, "minute")}".Replace('\u00A0', ' ');
        var star = edition.Stories.Any(s => s.IsNew) ? " A star marks what the edition before did not have." : "";
        return $"As it stood at {edition.Time.Hour(edition.Closed)} {edition.Time.Zone(edition.Closed)}. {counts}.{star}";
    }

    private static void Story(StringBuilder html, BriefingStory story, Uri home, int size)
    {
        var star = story.IsNew ? "<span style=\"color:#a92f15\">★</span> " : "";
        html.Append($"<h3 style=\"margin:16px 0 2px;font-size:{size}px;line-height:{size + 4}px\">{star}<a href=\"{Encode(new Uri(home, story.Path).AbsoluteUri)}\"{Tongued(story.Language)} style=\"color:#1b1a17;text-decoration:none\">{Encode(story.Headline)}</a></h3>");
        if (story.Standfirst is { } standfirst)
            html.Append($"<p{Tongued(story.TextLanguage)} style=\"margin:0 0 6px;font-style:italic\">{Encode(standfirst)}</p>");
        if (story.Sentences.Count > 0)
            html.Append($"<p{Tongued(story.TextLanguage)} style=\"margin:0\">{Encode(string.Join(' ', story.Sentences))}</p>");
        html.Append($"<p style=\"margin:2px 0 0;{Small}\">{Encode(Told(story))}</p>");
    }

    private static string Told(BriefingStory story) => $"Told by {Count.List(story.Voices, story.Publishers)}.";

    private static string Tongued(string? language) => Tongue.Mark(language) is { } mark ? $" lang=\"{Encode(mark)}\" dir=\"auto\"" : "";

    private static string Encode(string text) => Encoder.Encode(text);

    // A script without spaces is broken between its characters, as its readers expect.
    private static void Wrap(StringBuilder text, string words)
    {
        var length = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var left = word;
            while (left.Length > LineLength && left.Any(Words.IsIdeograph))
            {
                text.AppendLine(length > 0 ? "" : left[..(LineLength / 2)]);
                left = length > 0 ? left : left[(LineLength / 2)..];
                length = 0;
            }

            if (length > 0 && length + 1 + left.Length > LineLength)
            {
                text.AppendLine();
                length = 0;
            }

            text.Append(length > 0 ? " " : "").Append(left);
            length += (length > 0 ? 1 : 0) + left.Length;
        }

        text.AppendLine();
    }
}
