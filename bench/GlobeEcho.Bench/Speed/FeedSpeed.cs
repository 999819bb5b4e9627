using System.Diagnostics;
using System.Globalization;

namespace GlobeEcho.Bench.Speed;

/// <summary>
/// The work of <see cref="FeedBenchmarks"/> in megabytes a CPU second of the whole process, its compiler and collector counted: a figure
/// that means the same while others use the machine.
/// </summary>
internal static class FeedSpeed
{
    private const int Rounds = 9;
    private const int Repeats = 20;

    public static int Run()
    {
        var work = new FeedBenchmarks();
        work.Setup();
        foreach (var (name, run) in new (string, Func<int>)[] { ("parse", work.Parse), ("bare XmlReader", work.BareXmlReader) })
        {
            var kept = 0;
            for (var warm = 0; warm < 3 * Repeats; warm++)
                kept += run();
            var speeds = new List<double>();
            for (var round = 0; round < Rounds; round++)
                speeds.Add(Speed(run, work.Bytes, ref kept));
            speeds.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {speeds[Rounds / 2]:0} MB/s of CPU (median of {Rounds}, {speeds[0]:0} to {speeds[^1]:0}); {kept != 0}"));
        }

        return 0;
    }

    private static double Speed(Func<int> run, long bytes, ref int kept)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Repeats; i++)
            kept += run();
        return bytes * Repeats / 1e6 / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }
}
