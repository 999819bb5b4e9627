using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace GlobeEcho.Site.Shell;

/// <summary>The name of one state of a page, so that a browser that has it is not sent it again.</summary>
public static class PageTag
{
    private static readonly string Build = typeof(PageTag).Module.ModuleVersionId.ToString("N");

    /// <summary>Sets the tag on the answer. True when the browser has this state: answer 304.</summary>
    public static bool IsKnown(HttpContext context, string state)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Build + "\n" + state));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash)[..16]}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false));
    }
}
