namespace GlobeEcho.Bench.Peers;

/// <summary>What an extractor made of a set of pages, and the pages a CPU second of each of its passes.</summary>
internal sealed record PeerRun(IReadOnlyList<PeerAnswer> Answers, IReadOnlyList<double> Rates)
{
    /// <summary>Of all passes but the first.</summary>
    public double Warm => Rates.Skip(1).Order().ElementAt((Rates.Count - 1) / 2);
}
