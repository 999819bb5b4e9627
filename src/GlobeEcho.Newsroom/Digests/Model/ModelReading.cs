namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>What came of a model's answer before the citation check.</summary>
public abstract record ModelReading
{
    private ModelReading()
    {
    }

    public sealed record Written(IReadOnlyList<ModelClaim> Claims) : ModelReading;

    public sealed record FellBack(ModelFallback Reason, string Words) : ModelReading;
}
