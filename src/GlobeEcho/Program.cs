using System.CommandLine;
using GlobeEcho.Commands;

var root = new RootCommand(
    "Globe Echo, a self-hosted world newspaper: it reads feeds and pages, folds the many tellings of one event into one story, "
    + "and writes a condensed article in which every sentence opens the reports it rests on.")
{
    ServeCommand.Create(),
    PassCommand.Create(),
    FeedsCommand.Create(NewsroomHost.Open),
    StoriesCommand.Create(NewsroomHost.Open),
    ExtractCommand.Create(NewsroomHost.Open),
    FoldCommand.Create(),
    DigestCommand.Create(),
    MailCommand.Create(NewsroomHost.OpenPaper),
};

return await Failures.ExplainAsync(() => root.Parse(args).InvokeAsync(Failures.Unhandled));
