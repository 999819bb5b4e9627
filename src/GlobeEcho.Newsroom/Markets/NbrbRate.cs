namespace GlobeEcho.Newsroom.Markets;

/// <summary>One line of the National Bank of Belarus' list.</summary>
/// <param name="Number">The bank's number of the currency; it changes when a currency does.</param>
/// <param name="Scale">How many units the bank prices.</param>
/// <param name="Price">For as many units as the instrument is priced in.</param>
public sealed record NbrbRate(InstrumentId Instrument, long Number, DateOnly Day, decimal Scale, decimal Price);
