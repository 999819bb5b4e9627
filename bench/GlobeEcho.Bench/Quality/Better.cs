namespace GlobeEcho.Bench.Quality;

internal enum Better
{
    Higher,
    Lower,
}
