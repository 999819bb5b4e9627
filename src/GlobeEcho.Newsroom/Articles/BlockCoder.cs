using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>
/// Writes a body's blocks in as few bytes as they need: for each its kind and level in one byte, and its length in as many groups of
/// seven bits as it takes. Where it stands follows from the lengths before it.
/// </summary>
internal static class BlockCoder
{
    // Blocks are divided by an empty line.
    private const int Divider = 2;

    /// <param name="blocks">All of a text's, in its order, with nothing but dividers between them.</param>
    public static byte[] Write(IReadOnlyList<BodyBlock> blocks)
    {
        var bytes = new List<byte>(3 * blocks.Count);
        foreach (var block in blocks)
        {
            bytes.Add((byte)((int)block.Kind | (block.Level << 4)));
            var length = (uint)block.Span.Length;
            for (; length >= 0x80; length >>= 7)
                bytes.Add((byte)(length | 0x80));
            bytes.Add((byte)length);
        }

        return [.. bytes];
    }

    /// <returns>Null where the bytes do not fit the text: written by a newer program, or broken.</returns>
    public static IReadOnlyList<BodyBlock>? Read(ReadOnlySpan<byte> bytes, string text)
    {
        var blocks = new List<BodyBlock>();
        var start = 0;
        while (bytes.Length > 0)
        {
            var (kind, level) = ((BodyBlockKind)(bytes[0] & 0x0F), bytes[0] >> 4);
            bytes = bytes[1..];
            if (!Enum.IsDefined(kind) || ReadLength(ref bytes) is not { } length || length > text.Length - start)
                return null;
            blocks.Add(new BodyBlock(kind, new TextSpan(start, length), level));
            start += length + Divider;
        }

        var fits = blocks.Count == 0 ? text.Length == 0 : start == text.Length + Divider;
        return fits ? blocks : null;
    }

    private static int? ReadLength(ref ReadOnlySpan<byte> bytes)
    {
        const int MostGroups = 4;
        var length = 0;
        for (var i = 0; i < Math.Min(MostGroups, bytes.Length); i++)
        {
            length |= (bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] >= 0x80)
                continue;
            bytes = bytes[(i + 1)..];
            return length;
        }

        return null;
    }
}
