using BenchmarkDotNet.Attributes;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Bench.Speed;

/// <summary>Finding and comparing words, over about 2 KB: the length of a usual article.</summary>
[MemoryDiagnoser]
public class WordsBenchmarks
{
    private readonly string _english = string.Concat(Enumerable.Repeat(
        "The harbour council voted on Tuesday to close the old lock for 14 days, because two of its gates no longer shut. ", 18));

    private readonly string _french = string.Concat(Enumerable.Repeat(
        "Le conseil du port a décidé mardi de fermer la vieille écluse pendant 14 jours : deux portes ne ferment plus. ", 18));

    [Benchmark(Baseline = true)]
    public int Spans() => Words.Spans(_english).Count();

    [Benchmark]
    public int ContentEnglish() => Words.Content(_english).Count();

    [Benchmark]
    public int ContentFrench() => Words.Content(_french).Count();
}
