using System.Globalization;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using Microsoft.AspNetCore.Http.Features;

namespace GlobeEcho.Site.WebSub;

/// <summary>Where hubs ask back and deliver (WebSub §5.3 and §7). Only the newsroom knows whose callback is whose.</summary>
public static class WebSubEndpoints
{
    /// <summary>The part of the paper's address below which hubs reach it.</summary>
    public const string Path = "websub/";

    // A challenge is a random string; what is longer is an attempt to have us print something.
    private const int LongestChallenge = 512;

    public static void MapWebSub(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/" + Path + "{token:length(32)}", VerifyAsync);
        routes.MapPost("/" + Path + "{token:length(32)}", ReceiveAsync);
    }

    /// <summary>"Did you ask for this?" The challenge comes back only when we did.</summary>
    private static async Task<IResult> VerifyAsync(string token, HttpContext context, FeedDesk feeds, CancellationToken cancel)
    {
        var query = context.Request.Query;
        var (mode, topic, challenge) = (query["hub.mode"].ToString(), query["hub.topic"].ToString(), query["hub.challenge"].ToString());
        if (mode == "denied")
        {
            await feeds.DenyAsync(token, topic, query["hub.reason"], cancel);
            return TypedResults.Ok();
        }

        TimeSpan? lease = int.TryParse(query["hub.lease_seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
        return challenge.Length is > 0 and <= LongestChallenge && await feeds.VerifyAsync(token, mode, topic, lease, cancel)
            ? TypedResults.Text(challenge, "text/plain")
            : TypedResults.NotFound();
    }

    /// <summary>
    /// A delivery. What is not signed as agreed gets the same answer as what is (§7.1), so that nobody can try signatures; an unknown
    /// callback says 410, which ends a subscription we have forgotten.
    /// </summary>
    private static async Task<IResult> ReceiveAsync(string token, HttpContext context, FeedDesk feeds, CancellationToken cancel)
    {
        if (!await feeds.ExpectsAsync(token, cancel))
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false })
            limit.MaxRequestBodySize = FeedDesk.MostPushedBytes;
        if (context.Request.ContentLength > FeedDesk.MostPushedBytes)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, cancel);
        }
        catch (BadHttpRequestException e)
        {
            return TypedResults.StatusCode(e.StatusCode);
        }

        var result = await feeds.ReceiveAsync(token, context.Request.Headers["X-Hub-Signature"], context.Request.ContentType, body.ToArray(), cancel);
        return result == PushResult.Unknown ? TypedResults.StatusCode(StatusCodes.Status410Gone) : TypedResults.Accepted((string?)null);
    }
}
