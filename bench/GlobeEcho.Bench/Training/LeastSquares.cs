namespace GlobeEcho.Bench.Training;

/// <summary>Linear and logistic regression with a ridge, by Newton's method and elimination.</summary>
internal static class LeastSquares
{
    private const int Steps = 8;

    public static double[] Linear(IReadOnlyList<double[]> rows, IReadOnlyList<double> truth, double ridge)
    {
        var width = rows[0].Length;
        var matrix = new double[width, width];
        var right = new double[width];
        for (var k = 0; k < rows.Count; k++)
            Add(matrix, right, rows[k], 1, truth[k]);
        for (var i = 0; i < width; i++)
            matrix[i, i] += ridge;
        return Solve(matrix, right);
    }

    public static double[] Logistic(IReadOnlyList<double[]> rows, IReadOnlyList<double> truth, double ridge)
    {
        var width = rows[0].Length;
        var weights = new double[width];
        for (var step = 0; step < Steps; step++)
        {
            var matrix = new double[width, width];
            var right = new double[width];
            for (var k = 0; k < rows.Count; k++)
            {
                var p = 1 / (1 + Math.Exp(-rows[k].Zip(weights, (a, b) => a * b).Sum()));
                Add(matrix, right, rows[k], Math.Max(1e-6, p * (1 - p)), truth[k] - p);
            }

            for (var i = 0; i < width; i++)
            {
                matrix[i, i] += ridge;
                right[i] -= ridge * weights[i];
            }

            var change = Solve(matrix, right);
            for (var i = 0; i < width; i++)
                weights[i] += change[i];
        }

        return weights;
    }

    private static void Add(double[,] matrix, double[] right, double[] row, double curve, double pull)
    {
        for (var i = 0; i < row.Length; i++)
        {
            right[i] += row[i] * pull;
            for (var j = 0; j < row.Length; j++)
                matrix[i, j] += curve * row[i] * row[j];
        }
    }

    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var r = i + 1; r < n; r++)
            {
                var factor = matrix[r, i] / matrix[i, i];
                for (var c = i; c < n && factor != 0; c++)
                    matrix[r, c] -= factor * matrix[i, c];
                right[r] -= factor * right[i];
            }
        }

        var solved = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            var rest = right[i];
            for (var c = i + 1; c < n; c++)
                rest -= matrix[i, c] * solved[c];
            solved[i] = rest / matrix[i, i];
        }

        return solved;
    }
}
