using System.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Reads the bytes that are no UTF-8 as windows-1252, one by one: a text that mixes the two, or was cut within a letter, loses nothing else.
/// </summary>
internal sealed class StrayBytes : DecoderFallback
{
    // The most bytes that UTF-8 can begin with in vain.
    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Letters();

    private sealed class Letters : DecoderFallbackBuffer
    {
        private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        private string _letters = "";
        private int _next;

        public override int Remaining => _letters.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_letters, _next) = (Western.GetString(bytesUnknown), 0);
            return _letters.Length > 0;
        }

        public override char GetNextChar() => _next < _letters.Length ? _letters[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => (_letters, _next) = ("", 0);
    }
}
