using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Commands;

/// <summary>One line of a file of stories.</summary>
internal abstract record DigestLine
{
    private DigestLine()
    {
    }

    public static DigestLine Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return new Bad($"no JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair inside a string.
            return new Bad($"no text: {e.Message}");
        }
    }

    private static DigestLine Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !IsId(root, "story", out var story))
            return new Bad("no \"story\"");
        if (!root.TryGetProperty("articles", out var articles) || articles.ValueKind != JsonValueKind.Array || articles.GetArrayLength() == 0)
            return new Bad("no \"articles\"");
        var ids = new List<JsonElement>();
        var texts = new List<CitableText>();
        foreach (var article in articles.EnumerateArray())
        {
            if (article.ValueKind != JsonValueKind.Object || !IsId(article, "id", out var id) || Text(article, "text") is not { } text)
                return new Bad($"article {ids.Count + 1} has no \"id\" or no \"text\"");
            texts.Add(new CitableText(
                new ArticleId(ids.Count),
                // Without a publisher's name each article is a voice of its own.
                Text(article, "publisher") ?? id.GetRawText(),
                Text(article, "headline") ?? "",
                text,
                Time(article),
                Text(article, "language")));
            ids.Add(id.Clone());
        }

        if (ids.Select(i => i.GetRawText()).Distinct(StringComparer.Ordinal).Count() < ids.Count)
            return new Bad("two articles have one id");
        return new Story(story.Clone(), ids, texts);
    }

    private static bool IsId(JsonElement owner, string name, out JsonElement id) =>
        owner.TryGetProperty(name, out id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement article) =>
        DateTimeOffset.TryParse(Text(article, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <param name="Id">As the file has it, string or number.</param>
    /// <param name="ArticleIds">As the file has them; a text's <see cref="ArticleId"/> is the index here.</param>
    public sealed record Story(JsonElement Id, IReadOnlyList<JsonElement> ArticleIds, IReadOnlyList<CitableText> Texts) : DigestLine
    {
        // Escapes no more than JSON asks for: the lines are read by people too.
        private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        /// <summary>The checked claims with what the draft says beside them; a whole article has a standfirst and the numbers its tellings differ on.</summary>
        public string Answer(Draft draft, CheckedDraft passed)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, Readable))
            {
                json.WriteStartObject();
                json.WritePropertyName("story");
                Id.WriteTo(json);
                json.WriteString("headline", draft.Headline);
                if (passed.Standfirst is { } standfirst)
                {
                    json.WritePropertyName("standfirst");
                    Write(json, standfirst);
                }

                json.WriteStartArray("claims");
                foreach (var claim in passed.Claims)
                    Write(json, claim);
                json.WriteEndArray();
                if (draft.Disagreements.Count > 0)
                {
                    json.WriteStartArray("reports_differ");
                    foreach (var disagreement in draft.Disagreements)
                        json.WriteStringValue(disagreement.InOneLine());
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }

        private void Write(Utf8JsonWriter json, Claim claim)
        {
            json.WriteStartObject();
            json.WriteString("text", claim.Text);
            json.WriteNumber("paragraph", claim.Paragraph);
            json.WriteStartArray("citations");
            foreach (var citation in claim.Citations)
            {
                json.WriteStartObject();
                json.WritePropertyName("article");
                ArticleIds[(int)citation.Article.Value].WriteTo(json);
                json.WriteNumber("start", citation.Span.Start);
                json.WriteNumber("length", citation.Span.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    public sealed record Bad(string Reason) : DigestLine;
}
