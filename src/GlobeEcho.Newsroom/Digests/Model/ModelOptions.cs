using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>A language model that may join and shorten what was chosen for a digest. Configuration section <c>Model</c>.</summary>
public sealed class ModelOptions : IValidatableObject
{
    /// <summary>The address that is posted to: ".../v1/chat/completions", or ".../api/chat" of Ollama; none asks no model.</summary>
    public Uri? Address { get; set; }

    /// <summary>How the server is spoken to.</summary>
    public ModelApi Api { get; set; } = ModelApi.OpenAI;

    /// <summary>The model's name there.</summary>
    public string Name { get; set; } = "";

    /// <summary>Your key there; better set in the environment.</summary>
    public string Key { get; set; } = "";

    /// <summary>Tokens a day (UTC), asked and answered, after which no more is asked.</summary>
    [Range(0, 1_000_000_000)]
    public long DailyTokens { get; set; } = 200_000;

    /// <summary>Stories the model is asked about in one pass, at most.</summary>
    [Range(1, 1_000)]
    public int StoriesPerPass { get; set; } = 10;

    /// <summary>Publishers that must have told a story before the model is asked about it.</summary>
    [Range(1, 100)]
    public int LeastPublishers { get; set; } = 3;

    /// <summary>Seconds an answer may take.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Tokens an answer may have.</summary>
    [Range(50, 100_000)]
    public int AnswerTokens { get; set; } = 1_500;

    public bool IsOn => Address is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"))
            yield return new ValidationResult("a full address that begins with http or https", [nameof(Address)]);
        if (IsOn && Name.Length == 0)
            yield return new ValidationResult("a model has a name", [nameof(Name)]);
        if (Key.Any(c => c is < '!' or > '~'))
            yield return new ValidationResult("plain ASCII, because it is sent in a header", [nameof(Key)]);
    }
}
