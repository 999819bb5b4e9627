namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What a term is; a name's canonical sound, a number, a day and a country's code are the same in every language.</summary>
internal enum TermKind : byte
{
    Word,
    Number,

    /// <summary>A number with what it counts: "212 people".</summary>
    Amount,

    /// <summary>A day of the year, or a year.</summary>
    Date,
    Country,
    Sound,
}
