namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>Which way of speaking a model's server has.</summary>
public enum ModelApi
{
    /// <summary>Chat completions, as OpenAI's service and most servers speak.</summary>
    OpenAI,

    /// <summary>Ollama's own chat.</summary>
    Ollama,
}
