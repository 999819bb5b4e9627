using System.Security.Cryptography;
using System.Text;

namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>The signature of a delivery: <c>method=hex</c> of an HMAC over the body (WebSub §7.1). Pure.</summary>
public static class HubSignature
{
    /// <summary>False for a missing, malformed, unknown or wrong one. The time it takes does not tell how wrong it is.</summary>
    public static bool IsValid(string? header, string secret, ReadOnlySpan<byte> body)
    {
        var parts = header?.Trim().Split('=', 2);
        if (parts is not [var method, var hex] || Compute(method.Trim().ToLowerInvariant(), Encoding.UTF8.GetBytes(secret), body) is not { } right)
            return false;
        var given = new byte[right.Length];
        return Convert.FromHexString(hex.Trim(), given, out var used, out var written) == System.Buffers.OperationStatus.Done
            && used == hex.Trim().Length && written == right.Length && CryptographicOperations.FixedTimeEquals(given, right);
    }

    // SHA-1 is the recommendation's oldest method and still the one most hubs use; as an HMAC it holds.
#pragma warning disable CA5350
    private static byte[]? Compute(string method, byte[] secret, ReadOnlySpan<byte> body) => method switch
    {
        "sha1" => HMACSHA1.HashData(secret, body),
        "sha256" => HMACSHA256.HashData(secret, body),
        "sha384" => HMACSHA384.HashData(secret, body),
        "sha512" => HMACSHA512.HashData(secret, body),
        _ => null,
    };
#pragma warning restore CA5350
}
