using System.Diagnostics.Metrics;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What writing digests is measured by. Meter <c>GlobeEcho.Digests</c>.</summary>
public sealed class DigestMeter : IDisposable
{
    public const string Name = "GlobeEcho.Digests";

    public Meter Meter { get; } = new(Name);

    private readonly Counter<long> _printed;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _corrected;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _fallbacks;

    public DigestMeter()
    {
        _printed = Meter.CreateCounter<long>("globe_echo.claims.printed", "{claim}", "Claims that passed the citation check");
        _refused = Meter.CreateCounter<long>("globe_echo.claims.refused", "{claim}", "Claims the citation check refused, by reason");
        _corrected = Meter.CreateCounter<long>("globe_echo.claims.corrected", "{claim}", "Claims a publisher's correction touched, by fate");
        _tokens = Meter.CreateCounter<long>("globe_echo.model.tokens", "{token}", "Tokens the language model took and gave");
        _fallbacks = Meter.CreateCounter<long>("globe_echo.model.fallbacks", "{digest}", "Digests that stayed extracts although the model was asked, by reason");
    }

    public void Checked(int printed, IReadOnlyCollection<CitationFault> refused)
    {
        _printed.Add(printed);
        foreach (var fault in refused)
            _refused.Add(1, new KeyValuePair<string, object?>("reason", fault.ToString()));
    }

    public void Corrected(DigestCorrection correction)
    {
        foreach (var claim in correction.Claims)
            _corrected.Add(1, new KeyValuePair<string, object?>("fate", claim.Fate.ToString()));
    }

    public void Asked(long tokens) => _tokens.Add(tokens);

    public void FellBack(string reason) => _fallbacks.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Dispose() => Meter.Dispose();
}
