namespace GlobeEcho.Commands;

/// <summary>Something only the operator can mend; the message says what and how, in one sentence.</summary>
public sealed class OperatorException : Exception
{
    public OperatorException(string message)
        : base(message)
    {
    }

    public OperatorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
