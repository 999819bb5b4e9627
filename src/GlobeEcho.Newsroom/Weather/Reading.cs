namespace GlobeEcho.Newsroom.Weather;

/// <summary>What came of reading a provider's document.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Read(T Value) : Reading<T>;

    /// <summary>It is not the document it should be; the reason is in plain words.</summary>
    public sealed record Unreadable(string Reason) : Reading<T>;
}
