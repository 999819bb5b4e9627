namespace GlobeEcho.Newsroom.Digests;

/// <summary>Terms of a sentence, each once, in ascending order.</summary>
internal static class SortedTerms
{
    /// <param name="weights">One for each term there is; null counts every term as 1.</param>
    /// <returns>The sum of the squared weights of the terms that both have.</returns>
    public static double Shared(int[] one, int[] other, double[]? weights = null)
    {
        double shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j])
            {
                shared += weights is null ? 1 : weights[one[i]] * weights[one[i]];
                i++;
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
