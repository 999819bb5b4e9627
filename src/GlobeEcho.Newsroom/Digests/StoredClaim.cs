using System.Text.Json;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A claim as the archive keeps it, in JSON.</summary>
internal sealed record StoredClaim(string Text, int Paragraph, IReadOnlyList<StoredSpan> Citations)
{
    public static string Written(IEnumerable<Claim> claims) => JsonSerializer.Serialize(claims.Select(From));

    public static string? Written(Claim? claim) => claim is null ? null : JsonSerializer.Serialize(From(claim));

    public static IReadOnlyList<Claim> Read(string claims) => (JsonSerializer.Deserialize<StoredClaim[]>(claims) ?? []).Select(c => c.ToClaim()).ToList();

    public static Claim? ReadOne(string? claim) => claim is null ? null : JsonSerializer.Deserialize<StoredClaim>(claim)?.ToClaim();

    private static StoredClaim From(Claim claim) => new(claim.Text, claim.Paragraph, claim.Citations.Select(StoredSpan.From).ToList());

    private Claim ToClaim() => new(Text, Paragraph, Citations.Select(c => c.ToCitation()).ToList());
}
