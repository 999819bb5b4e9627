namespace GlobeEcho.Bench.Peers;

/// <summary>A page of the measuring data, decoded once for all.</summary>
internal sealed record PeerPage(string Id, string Url, string Html);
