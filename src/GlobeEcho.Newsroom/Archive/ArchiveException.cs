namespace GlobeEcho.Newsroom.Archive;

/// <summary>The archive cannot be used, or refused a statement; the message tells the operator why in one sentence.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException(string message)
        : base(message)
    {
    }

    public ArchiveException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
