using System.CommandLine;
using GlobeEcho.Commands;

return await new RootCommand("Globe Echo: a world newspaper that writes itself and shows its sources.") { ExtractCommand.Create(_ => throw new InvalidOperationException()) }.Parse(args).InvokeAsync();
