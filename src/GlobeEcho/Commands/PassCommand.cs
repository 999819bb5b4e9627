using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo pass</c>: one pass of the newsroom, then exit.</summary>
internal static class PassCommand
{
    public static Command Create()
    {
        var command = new Command("pass", "Run one pass of the newsroom (gather, read, fold, write, make up), then exit. Do not run it beside serve on the same folder.")
        {
            CommandOptions.Feeds, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult command, CancellationToken cancel)
    {
        await using var services = NewsroomHost.Open(command);
        using var held = NewsroomHost.Lock(services);
        await FeedLists.ImportAsync(services, command.GetValue(CommandOptions.Feeds)!, cancel);

        var newsroom = services.GetRequiredService<Newsroom.Newsroom>();
        var clock = services.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        if (command.GetValue(CommandOptions.Json))
        {
            var report = await newsroom.RunAsync(null, cancel);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new { seconds = clock.GetElapsedTime(started).TotalSeconds, report }, JsonOptions));
        }
        else
        {
            var report = await WithBarsAsync(newsroom, cancel);
            AnsiConsole.Write(Table(report));
            AnsiConsole.MarkupLineInterpolated($"[grey]{clock.GetElapsedTime(started).TotalSeconds:0.0} s[/]");
        }

        return 0;
    }

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static Task<PassReport> WithBarsAsync(Newsroom.Newsroom newsroom, CancellationToken cancel) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(bars =>
            {
                var tasks = Enum.GetValues<Stage>().ToDictionary(s => s, s => bars.AddTask(Words(s), autoStart: false));
                return newsroom.RunAsync(new Bars(tasks), cancel);
            });

    private static Table Table(PassReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Stage", "What was done", "Seconds");
        var (gathered, read, folded, written, madeUp) = (report.Gathered, report.Read, report.Folded, report.Written, report.MadeUp);
        table.AddRow("Gather", $"{gathered.Asked} feeds asked: {gathered.Fresh} with news, {gathered.Unchanged} unchanged, {gathered.Failed} failed; {gathered.NewEntries} new entries", Seconds(report, Stage.Gather));
        table.AddRow("Read", $"{read.Tried} pages tried: {read.Read} articles, {read.Known} known already, {read.Refused} refused, {read.Later} to be tried again", Seconds(report, Stage.Read));
        table.AddRow("Fold", $"{folded.Folded} articles folded: {folded.Opened} stories opened, {folded.Joined} tellings joined, {folded.Merged} stories merged, {folded.Parted} parted", Seconds(report, Stage.Fold));
        table.AddRow("Write", $"{written.Stories} digests: {written.Claims} sentences, {written.Dropped} dropped by the citation check, {written.Empty} without a sentence", Seconds(report, Stage.Write));
        table.AddRow("Make up", $"{madeUp.Placed} of {madeUp.Stories} stories placed" + (madeUp.Changed ? "; a new edition" : "; the edition stands as it was"), Seconds(report, Stage.MakeUp));
        if (report.MoreWaiting)
            table.Caption("Pages are still waiting: run another pass.");
        return table;
    }

    private static string Seconds(PassReport report, Stage stage) => report.Seconds[stage].ToString("0.0", CultureInfo.InvariantCulture);

    private static string Words(Stage stage) => stage == Stage.MakeUp ? "Make up" : stage.ToString();

    private sealed class Bars(Dictionary<Stage, ProgressTask> tasks) : IProgress<PassProgress>
    {
        public void Report(PassProgress value)
        {
            var task = tasks[value.Stage];
            if (!task.IsStarted)
                task.StartTask();
            task.MaxValue = Math.Max(value.Total, 1);
            task.Value = value.Total == 0 ? 1 : value.Done;
        }
    }
}
