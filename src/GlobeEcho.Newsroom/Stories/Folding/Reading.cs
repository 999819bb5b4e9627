using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What an article says, as folding sees it.</summary>
/// <param name="Text">What was read.</param>
/// <param name="Written">Where each term stands in the text first, in the order of the terms.</param>
internal sealed record Reading(Member Member, string Text, TextSpan[] Written)
{
    public Member.Term[] Terms => Member.Terms;
}
