namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>Kinds of set phrases; a line may be of several.</summary>
[Flags]
internal enum PhraseKind
{
    None = 0,
    Related = 1,
    Letter = 2,
    Share = 4,
    Advert = 8,
    Legal = 16,
    Photo = 32,
    Comment = 64,
    Byline = 128,
    Topics = 256,
    Bio = 512,
    Contents = 1024,
    Consent = 2048,
}
