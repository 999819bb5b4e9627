namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>Why a digest stays an extract although a model is set. The names are stored.</summary>
public enum ModelFallback
{
    /// <summary>The day's tokens are used up.</summary>
    Budget,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>No connection, an error of the server, or a refusal.</summary>
    Unreachable,

    /// <summary>The answer was longer than any that is wanted.</summary>
    TooLarge,

    /// <summary>The answer was not what the schema asks for: prose, another form, a cut end.</summary>
    BadAnswer,

    /// <summary>The answer cites a sentence that was not offered.</summary>
    InventedCitation,

    /// <summary>The answer left out most of what was offered.</summary>
    TooShort,

    /// <summary>The citation check refused half of its claims or more.</summary>
    Gate,
}
