namespace GlobeEcho.Newsroom.Weather;

/// <summary>Who a weather value is from, in the words the provider's terms ask for.</summary>
public sealed record Attribution(string Words, Uri Address, string Licence);
