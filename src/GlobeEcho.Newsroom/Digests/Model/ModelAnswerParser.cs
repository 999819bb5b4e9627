using System.Text.Json;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>Reads a model's answer as claims on the offered sentences; whatever is not exactly that is refused whole. Pure.</summary>
internal static class ModelAnswerParser
{
    private const int LongestClaim = 600;
    private const int MostCitations = 4;

    // An article that lost more than this is another article.
    private const double LeastKept = 0.5;

    public static ModelReading Parse(string answer, IReadOnlyList<Claim> offered)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(answer.Trim(), new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException)
        {
            return Bad("The answer is no JSON.");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("claims", out var list) || list.ValueKind != JsonValueKind.Array)
                return Bad("The answer has no list of claims.");
            if (list.GetArrayLength() is 0 || list.GetArrayLength() > offered.Count)
                return Bad($"The answer has {list.GetArrayLength()} claims for {offered.Count} sentences.");
            return Read(list, offered);
        }
    }

    private static ModelReading Read(JsonElement list, IReadOnlyList<Claim> offered)
    {
        var claims = new List<ModelClaim>();
        foreach (var item in list.EnumerateArray())
        {
            if (TextOf(item) is not { } text || NumbersOf(item) is not { Count: > 0 and <= MostCitations } cited)
                return Bad("A claim has no text or no citations.");
            if (cited.FirstOrDefault(n => n < 0 || n >= offered.Count, -1) is var invented && (invented >= 0 || cited.Contains(-1)))
                return new ModelReading.FellBack(ModelFallback.InventedCitation, "A claim cites a sentence that was not offered.");
            var paragraph = Math.Max(claims.Count == 0 ? 0 : claims[^1].Claim.Paragraph, offered[cited[0]].Paragraph);
            claims.Add(new ModelClaim(new Claim(text, paragraph, Citations(cited, offered)), cited));
        }

        if (claims.Select(c => c.Claim.Text).Distinct(StringComparer.Ordinal).Count() < claims.Count)
            return Bad("The answer says one thing twice.");
        var kept = claims.SelectMany(c => c.Offered).Distinct().Count();
        return kept < LeastKept * offered.Count
            ? new ModelReading.FellBack(ModelFallback.TooShort, $"The answer uses {kept} of {offered.Count} sentences.")
            : new ModelReading.Written(claims);
    }

    // One sentence keeps all who tell it; a joined one rests on the places its parts were taken from.
    private static List<Citation> Citations(IReadOnlyList<int> cited, IReadOnlyList<Claim> offered) =>
        cited.Count == 1 ? [.. offered[cited[0]].Citations] : cited.Select(n => offered[n].Citations[0]).Distinct().ToList();

    private static string? TextOf(JsonElement item) =>
        item.Text("text") is { Length: <= LongestClaim } text && !text.Any(char.IsControl) ? text : null;

    private static List<int>? NumbersOf(JsonElement item)
    {
        if (!item.TryGetProperty("citations", out var list) || list.ValueKind != JsonValueKind.Array)
            return null;
        var numbers = new List<int>();
        foreach (var value in list.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
                return null;
            if (!numbers.Contains(number))
                numbers.Add(number);
        }

        return numbers;
    }

    private static ModelReading.FellBack Bad(string words) => new(ModelFallback.BadAnswer, words);
}
