namespace GlobeEcho.Newsroom.Stories.Folding;

internal interface IFoldModel
{
    Func<double[], double> Join { get; }

    Func<double[], double> Merge { get; }

    double JoinAt { get; }

    double MergeAt { get; }
}
