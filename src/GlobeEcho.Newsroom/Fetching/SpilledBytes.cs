using System.Runtime.InteropServices;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>
/// Bytes of a length that nobody knows yet, gathered outside the collector's heap and given back block by block as they become one array:
/// a large body is held once and not, as by doubling, three times.
/// </summary>
internal sealed class SpilledBytes : IDisposable
{
    private const int BlockBytes = 1 << 20;

    private readonly Queue<nint> _blocks = new();
    private nint _last;
    private int _room;

    public int Length { get; private set; }

    public void Write(byte[] buffer, int count)
    {
        for (var from = 0; from < count;)
        {
            if (_room == 0)
            {
                _last = Marshal.AllocHGlobal(BlockBytes);
                _blocks.Enqueue(_last);
                _room = BlockBytes;
            }

            var length = Math.Min(count - from, _room);
            Marshal.Copy(buffer, from, _last + (BlockBytes - _room), length);
            (from, _room, Length) = (from + length, _room - length, Length + length);
        }
    }

    /// <summary>All bytes; nothing is left here.</summary>
    public byte[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<byte>(Length);
        for (var at = 0; _blocks.TryDequeue(out var block); at += BlockBytes)
        {
            Marshal.Copy(block, all, at, Math.Min(BlockBytes, Length - at));
            Marshal.FreeHGlobal(block);
        }

        (Length, _room) = (0, 0);
        return all;
    }

    public void Dispose()
    {
        while (_blocks.TryDequeue(out var block))
            Marshal.FreeHGlobal(block);
    }
}
