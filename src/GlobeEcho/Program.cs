using System.CommandLine;

return await new RootCommand("Globe Echo: a world newspaper that writes itself and shows its sources.").Parse(args).InvokeAsync();
