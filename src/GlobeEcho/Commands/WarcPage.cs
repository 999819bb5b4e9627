namespace GlobeEcho.Commands;

/// <summary>One page of a web archive.</summary>
/// <param name="Body">Unpacked.</param>
/// <param name="ContentType">The whole header; null when there is none.</param>
/// <param name="Error">Why the record holds no page that can be read; null when it does.</param>
internal sealed record WarcPage(string Address, byte[] Body, string? ContentType, string? Error);
