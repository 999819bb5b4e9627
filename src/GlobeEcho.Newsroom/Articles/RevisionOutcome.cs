namespace GlobeEcho.Newsroom.Articles;

/// <summary>What came of reading a corrected page again. The numbers are stored.</summary>
public enum RevisionOutcome
{
    /// <summary>It could not be read yet.</summary>
    Waiting = 0,

    /// <summary>It says what the paper has read.</summary>
    Same = 1,

    /// <summary>It says something else; the new text is kept beside the old one.</summary>
    Changed = 2,

    /// <summary>It is gone, or says of itself that it is withdrawn.</summary>
    Withdrawn = 3,

    /// <summary>Its feed says the text has changed, and the page cannot be read any more: what it said cannot be checked.</summary>
    Lost = 4,
}
