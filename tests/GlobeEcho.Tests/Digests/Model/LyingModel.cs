using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GlobeEcho.Tests.Digests.Model;

/// <summary>A model's server on loopback that answers as a test tells it, and keeps what it was asked.</summary>
internal sealed class LyingModel : IAsyncDisposable
{
    private readonly WebApplication _app = LoopbackHost.New();

    private LyingModel()
    {
        _app.MapPost("/v1/chat/completions", ServeAsync);
        _app.MapPost("/api/chat", ServeAsync);
    }

    public Uri Address => new(new Uri(_app.Urls.First()), "/v1/chat/completions");

    public List<(JsonElement Body, string? Key)> Asked { get; } = [];

    /// <summary>The offered sentences to the answer's content, or null to answer otherwise in <see cref="Otherwise"/>.</summary>
    public Func<IReadOnlyList<string>, string?> Says { get; set; } = _ => null;

    public Func<HttpContext, Task> Otherwise { get; set; } = http => Task.CompletedTask;

    public long Tokens { get; set; } = 500;

    public static async Task<LyingModel> StartAsync()
    {
        var model = new LyingModel();
        await model._app.StartAsync(TestContext.Current.CancellationToken);
        return model;
    }

    /// <summary>An answer of the form that is asked for.</summary>
    public static string Claims(params (string Text, int[] Citations)[] claims) =>
        JsonSerializer.Serialize(new { claims = claims.Select(c => new { text = c.Text, citations = c.Citations, paragraph = 0 }) });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ServeAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        var root = body.RootElement.Clone();
        lock (Asked)
            Asked.Add((root, http.Request.Headers.Authorization));
        using var offered = JsonDocument.Parse(root.GetProperty("messages")[1].GetProperty("content").GetString()!);
        var sentences = offered.RootElement.GetProperty("sentences").EnumerateArray().Select(s => s.GetProperty("text").GetString()!).ToList();
        if (Says(sentences) is not { } content)
        {
            await Otherwise(http);
            return;
        }

        object answer = http.Request.Path == "/api/chat"
            ? new { message = new { role = "assistant", content }, prompt_eval_count = Tokens - 100, eval_count = 100 }
            : new { choices = new[] { new { message = new { role = "assistant", content } } }, usage = new { prompt_tokens = Tokens - 100, completion_tokens = 100 } };
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(JsonSerializer.Serialize(answer), http.RequestAborted);
    }
}
