using System.Buffers;
using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>
/// Asks a chat model over HTTP: OpenAI's chat completions, or Ollama's chat. It goes out through <see cref="Fetcher"/> as all else does,
/// so a server on a private address must be named in Fetching:AllowedHosts.
/// </summary>
public sealed class ChatClient(Fetcher fetcher, IOptions<ModelOptions> options) : IChatClient
{
    // A digest's answer is a few thousand bytes.
    private const int MostBytes = 200_000;

    /// <exception cref="ModelException">It did not answer, or with what is no answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var set = Options;
        var request = new FetchRequest(set.Address ?? throw new InvalidOperationException("No model is set."), Accept: "application/json")
        {
            Json = Body(messages, options, set),
            Bearer = set.Key.Length > 0 ? set.Key : null,
            Patience = TimeSpan.FromSeconds(set.TimeoutSeconds),
            MostBytes = MostBytes,
        };
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchResult.Fresh fresh => Read(fresh.Body, set.Api),
            FetchResult.Failed { Fault: FetchFault.Timeout } late => throw new ModelException(ModelFallback.Timeout, late.Reason),
            FetchResult.Failed failed => throw new ModelException(ModelFallback.Unreachable, failed.Reason),
            FetchResult.Refused { Fault: FetchFault.TooLarge } large => throw new ModelException(ModelFallback.TooLarge, large.Reason),
            FetchResult.Refused refused => throw new ModelException(ModelFallback.Unreachable, refused.Reason),
            _ => throw new ModelException(ModelFallback.Unreachable, "The server has no such address any more."),
        };
    }

    /// <summary>The whole answer at once: nothing here is shown before it is checked.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    // The connections are the fetcher's.
    public void Dispose()
    {
    }

    private ModelOptions Options => options.Value;

    private static byte[] Body(IEnumerable<ChatMessage> messages, ChatOptions? options, ModelOptions set)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("model", set.Name);
            json.WriteBoolean("stream", false);
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteString("content", message.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (set.Api == ModelApi.Ollama)
                WriteOllama(json, options);
            else
                WriteOpenAI(json, options);
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    private static void WriteOpenAI(Utf8JsonWriter json, ChatOptions? options)
    {
        if (options?.Temperature is { } temperature)
            json.WriteNumber("temperature", temperature);
        if (options?.MaxOutputTokens is { } most)
            json.WriteNumber("max_tokens", most);
        if (options?.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema } format)
            return;
        json.WriteStartObject("response_format");
        json.WriteString("type", "json_schema");
        json.WriteStartObject("json_schema");
        json.WriteString("name", format.SchemaName ?? "answer");
        json.WriteBoolean("strict", true);
        json.WritePropertyName("schema");
        schema.WriteTo(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteOllama(Utf8JsonWriter json, ChatOptions? options)
    {
        json.WriteStartObject("options");
        if (options?.Temperature is { } temperature)
            json.WriteNumber("temperature", temperature);
        if (options?.MaxOutputTokens is { } most)
            json.WriteNumber("num_predict", most);
        json.WriteEndObject();
        if (options?.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema })
            return;
        json.WritePropertyName("format");
        schema.WriteTo(json);
    }

    private static ChatResponse Read(byte[] body, ModelApi api)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            return api == ModelApi.Ollama
                ? Answer(root.GetProperty("message"), Number(root, "prompt_eval_count"), Number(root, "eval_count"))
                : Answer(root.GetProperty("choices")[0].GetProperty("message"), Usage(root, "prompt_tokens"), Usage(root, "completion_tokens"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ModelException(ModelFallback.BadAnswer, "The server's answer is no chat completion.");
        }

        static long? Usage(JsonElement root, string name) => root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object ? Number(usage, name) : null;
    }

    private static ChatResponse Answer(JsonElement message, long? asked, long? answered) =>
        new(new ChatMessage(ChatRole.Assistant, message.GetProperty("content").GetString() ?? ""))
        {
            Usage = asked is null && answered is null ? null : new UsageDetails { InputTokenCount = asked, OutputTokenCount = answered, TotalTokenCount = (asked ?? 0) + (answered ?? 0) },
        };

    private static long? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number is >= 0 and < 100_000_000 ? number : null;
}
