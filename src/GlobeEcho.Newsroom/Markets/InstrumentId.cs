namespace GlobeEcho.Newsroom.Markets;

/// <summary>An instrument's name in addresses and cookies: lower-case letters, digits and hyphens, such as "btc-usd".</summary>
public readonly record struct InstrumentId(string Value)
{
    public override string ToString() => Value;
}
