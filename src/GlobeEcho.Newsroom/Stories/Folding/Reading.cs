namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What an article says, as folding sees it.</summary>
/// <param name="Written">Each term as the article writes it, in the order of the terms.</param>
internal sealed record Reading(Member Member, string[] Written)
{
    public Member.Term[] Terms => Member.Terms;
}
