namespace GlobeEcho.Newsroom;

/// <summary>How far a stage is. The total may grow while it runs.</summary>
public readonly record struct PassProgress(Stage Stage, int Done, int Total);
