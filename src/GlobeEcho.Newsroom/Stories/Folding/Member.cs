namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What memory keeps of an article.</summary>
/// <param name="Published">Milliseconds since 1970.</param>
/// <param name="Day">Days since 1970: when it was published, or else the first whole date near its start; null when neither is there.</param>
/// <param name="Terms">In order of their ids.</param>
/// <param name="Sketch">The smallest hashes of its runs of words.</param>
/// <param name="CapitalsTell">Whether a capital shows a name in its language.</param>
internal sealed record Member(long Key, string? Language, long? Published, int? Day, Member.Term[] Terms, ulong[] Sketch, bool CapitalsTell)
{
    /// <summary>In eight bytes: the terms of a story's tellings are walked through more often than anything else.</summary>
    internal readonly struct Term(int id, int weight, bool isName, bool inHeadline, bool inLead)
    {
        private readonly ushort _weight = (ushort)weight;
        private readonly byte _signs = (byte)((isName ? 1 : 0) | (inHeadline ? 2 : 0) | (inLead ? 4 : 0));

        public int Id { get; } = id;

        /// <summary>Share of the article's length in term space, in 1/10,000: whole numbers, so that sums do not depend on their order.</summary>
        public int Weight => _weight;

        public bool IsName => (_signs & 1) != 0;

        public bool InHeadline => (_signs & 2) != 0;

        /// <summary>Stands in the headline or the first words.</summary>
        public bool InLead => (_signs & 4) != 0;
    }
}
