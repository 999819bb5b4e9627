using System.Text.Json;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What stands beside a digest's sentences as the archive keeps it, in JSON: where reports differ, and who is quoted.</summary>
internal sealed record StoredBeside(IReadOnlyList<StoredBeside.Differing> Differ, IReadOnlyList<StoredBeside.Spoken> Speak)
{
    private static StoredBeside None { get; } = new([], []);

    /// <summary>Null when there is neither.</summary>
    public static string? Written(Digest digest) => digest.Disagreements.Count == 0 && digest.Quotes.Count == 0
        ? null
        : JsonSerializer.Serialize(new StoredBeside(digest.Disagreements.Select(Differing.From).ToList(), digest.Quotes.Select(Spoken.From).ToList()));

    public static StoredBeside Read(string? beside) => beside is null ? None : JsonSerializer.Deserialize<StoredBeside>(beside) ?? None;

    public IReadOnlyList<Disagreement> Disagreements() => Differ.Select(d => new Disagreement(d.Counted, d.Values.Select(v => v.ToValue()).ToList())).ToList();

    public IReadOnlyList<SpokenQuote> Quotes() => Speak.Select(s => s.ToQuote()).ToList();

    internal sealed record Differing(string Counted, IReadOnlyList<Value> Values)
    {
        public static Differing From(Disagreement disagreement) => new(disagreement.Counted, disagreement.Values.Select(Value.From).ToList());
    }

    internal sealed record Value(string Text, decimal Number, int Voices, IReadOnlyList<Teller> Told)
    {
        public static Value From(ToldValue value) => new(value.Text, value.Value, value.Voices, value.Told.Select(Teller.From).ToList());

        public ToldValue ToValue() => new(Text, Number, Voices, Told.Select(t => t.ToAttestation()).ToList());
    }

    internal sealed record Teller(string Publisher, long? Published, StoredSpan Sentence)
    {
        public static Teller From(Attestation told) => new(told.Publisher, told.Published?.ToUnixTimeMilliseconds(), StoredSpan.From(told.Citation));

        public Attestation ToAttestation() => new(Publisher, Published is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, Sentence.ToCitation());
    }

    internal sealed record Spoken(string Publisher, string Speaker, StoredSpan Sentence, int Start, int Length)
    {
        public static Spoken From(SpokenQuote quote) =>
            new(quote.Publisher, quote.Speaker, StoredSpan.From(new Citation(quote.Article, quote.Sentence)), quote.Quote.Start, quote.Quote.Length);

        public SpokenQuote ToQuote() => new(new ArticleId(Sentence.Article), Publisher, Speaker, new TextSpan(Start, Length), Sentence.ToCitation().Span);
    }
}
