using System.Text.Json;

namespace GlobeEcho.Bench.Quality;

/// <summary>What came of a trial.</summary>
internal abstract record TrialResult
{
    private TrialResult()
    {
    }

    public sealed record Scored(JsonElement Score, TimeSpan Took) : TrialResult
    {
        /// <summary>Null when the score has no such number.</summary>
        public double? Of(Measure measure)
        {
            var here = Score;
            foreach (var part in measure.Key.Split('.'))
            {
                if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(part, out here))
                    return null;
            }

            return here.ValueKind == JsonValueKind.Number ? here.GetDouble() : null;
        }
    }

    public sealed record Broken(string Reason) : TrialResult;
}
