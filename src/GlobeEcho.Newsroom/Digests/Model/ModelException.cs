namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>A model's server did not answer as it should; what the interface of chat clients has no result for.</summary>
public sealed class ModelException(ModelFallback reason, string message) : Exception(message)
{
    public ModelFallback Reason { get; } = reason;
}
