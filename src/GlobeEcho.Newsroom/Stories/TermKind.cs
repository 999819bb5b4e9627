namespace GlobeEcho.Newsroom.Stories;

/// <summary>What a term is; a name's canonical sound and a country's code are the same in every language.</summary>
internal enum TermKind : byte
{
    Word,
    Number,
    Country,
    Sound,
}
