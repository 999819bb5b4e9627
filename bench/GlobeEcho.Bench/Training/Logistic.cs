namespace GlobeEcho.Bench.Training;

/// <summary>Logistic regression with a ridge, by Newton's steps, on features brought to mean 0 and spread 1.</summary>
internal sealed class Logistic
{
    private readonly double[] _weights;

    /// <param name="signs">For each feature 1 or -1 where its weight may not have the other sign; 0 where it may have any.</param>
    public Logistic(IReadOnlyList<(double[] X, double Y, double Weight)> rows, double ridge, int[] signs)
    {
        var width = rows[0].X.Length;
        var total = rows.Sum(r => r.Weight);
        var mean = new double[width];
        var spread = new double[width];
        foreach (var (x, _, weight) in rows)
        {
            for (var f = 0; f < width; f++)
                mean[f] += weight * x[f] / total;
        }

        foreach (var (x, _, weight) in rows)
        {
            for (var f = 0; f < width; f++)
                spread[f] += weight * (x[f] - mean[f]) * (x[f] - mean[f]) / total;
        }

        for (var f = 0; f < width; f++)
            spread[f] = spread[f] < 1e-9 ? 1 : Math.Sqrt(spread[f]);
        var scaled = rows.Select(r => (X: Row(r.X), r.Y, r.Weight)).ToList();
        var w = new double[width + 1];
        var left = new bool[width + 1];
        for (var wrong = true; wrong;)
        {
            for (var step = 0; step < 7; step++)
                w = Step(scaled, w, ridge * total, left);
            wrong = false;
            for (var f = 0; f < width; f++)
            {
                if (signs[f] * w[f] >= 0)
                    continue;
                (wrong, left[f], w[f]) = (true, true, 0);
            }
        }

        _weights = new double[width + 1];
        _weights[width] = w[width];
        for (var f = 0; f < width; f++)
        {
            _weights[f] = w[f] / spread[f];
            _weights[width] -= w[f] * mean[f] / spread[f];
        }

        Standard = w;

        double[] Row(double[] x) => [.. x.Select((v, f) => (v - mean[f]) / spread[f]), 1];
    }

    /// <summary>The weights of the features; the last is the start.</summary>
    public IReadOnlyList<double> Weights => _weights;

    public double[] Standard { get; }

    public double Score(double[] x)
    {
        var sum = _weights[^1];
        for (var f = 0; f < x.Length; f++)
            sum += _weights[f] * x[f];
        return sum;
    }

    private static double[] Step(List<(double[] X, double Y, double Weight)> rows, double[] w, double ridge, bool[] left)
    {
        var n = w.Length;
        var a = new double[n, n + 1];
        for (var f = 0; f < n - 1; f++)
        {
            a[f, f] = ridge;
            a[f, n] = -ridge * w[f];
        }

        foreach (var (x, y, weight) in rows)
        {
            var z = 0.0;
            for (var f = 0; f < n; f++)
                z += w[f] * x[f];
            var p = 1 / (1 + Math.Exp(-z));
            var curve = weight * Math.Max(p * (1 - p), 1e-6);
            for (var f = 0; f < n; f++)
            {
                var part = curve * x[f];
                for (var g = f; g < n; g++)
                    a[f, g] += part * x[g];
                a[f, n] += weight * (y - p) * x[f];
            }
        }

        for (var f = 0; f < n; f++)
        {
            for (var g = 0; g < f; g++)
                a[f, g] = a[g, f];
        }

        for (var f = 0; f < n; f++)
        {
            if (!left[f])
                continue;
            for (var g = 0; g < n; g++)
                (a[f, g], a[g, f]) = (0, 0);
            (a[f, f], a[f, n]) = (1, 0);
        }

        var step = Solve(a, n);
        return [.. w.Select((v, f) => v + step[f])];
    }

    private static double[] Solve(double[,] a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            a[i, i] += 1e-9;
            for (var j = i + 1; j < n; j++)
            {
                var factor = a[j, i] / a[i, i];
                for (var k = i; k <= n; k++)
                    a[j, k] -= factor * a[i, k];
            }
        }

        var step = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            step[i] = a[i, n];
            for (var j = i + 1; j < n; j++)
                step[i] -= a[i, j] * step[j];
            step[i] /= a[i, i];
        }

        return step;
    }
}
