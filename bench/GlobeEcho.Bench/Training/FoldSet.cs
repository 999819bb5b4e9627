using System.IO.Compression;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Bench.Training;

/// <summary>A stream of articles whose stories are known.</summary>
/// <param name="Topic">Stories that are alike have one topic: what is learned from one of them is not tried on the other.</param>
internal sealed record FoldSet(string Name, string From, FoldInput[] Articles, string[] Story, int[] Topic)
{
    public static List<FoldSet> Read(string shared)
    {
        var sets = new List<FoldSet>();
        foreach (var name in (string[])["ecbplus", "5w1h"])
        {
            var (articles, stories) = (new List<FoldInput>(), new List<string>());
            foreach (var line in Lines(Path.Combine(shared, "data/folding", name + "-dev.jsonl.gz")))
            {
                var published = line.GetProperty("published").GetString();
                articles.Add(new FoldInput(
                    articles.Count, line.GetProperty("headline").GetString(), line.GetProperty("text").GetString() ?? "", line.GetProperty("language").GetString(),
                    published is null ? null : DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture), line.GetProperty("publisher").GetString()));
                stories.Add(line.GetProperty("story").GetString()!);
            }

            sets.Add(Make(name, articles, stories));
        }

        var (some, told) = (new List<FoldInput>(), new List<string>());
        foreach (var line in Lines(Path.Combine(shared, "data/digests/roundup-dev.jsonl.gz")))
        {
            foreach (var article in line.GetProperty("articles").EnumerateArray())
            {
                some.Add(new FoldInput(some.Count, article.GetProperty("headline").GetString(), article.GetProperty("text").GetString() ?? "", "en"));
                told.Add(line.GetProperty("story").GetString()!);
            }
        }

        sets.Add(Make("roundup", some, told).Shuffled(5) with { Name = "roundup" });
        return sets;
    }

    public FoldSet Shuffled(int seed)
    {
        var order = Enumerable.Range(0, Articles.Length).ToArray();
        new Random(seed).Shuffle(order);
        return this with
        {
            Name = $"{Name}/shuffled{seed}",
            Articles = [.. order.Select((o, i) => Articles[o] with { Key = i })],
            Story = [.. order.Select(o => Story[o])],
            Topic = [.. order.Select(o => Topic[o])],
        };
    }

    /// <summary>As if all topics had begun on one day: that two articles came together says little of their being of one story.</summary>
    public FoldSet Dense()
    {
        var start = new DateTimeOffset(2024, 5, 24, 6, 0, 0, TimeSpan.Zero);
        var first = Articles.Select((a, i) => (Topic: Topic[i], a.Published)).GroupBy(t => t.Topic).ToDictionary(g => g.Key, g => g.Min(t => t.Published));
        var dated = Articles.Select((a, i) => (Article: a with { Published = a.Published is { } p ? start + (p - first[Topic[i]]!.Value) : start.AddMinutes(4 * i) }, Story: Story[i], Topic: Topic[i]))
            .OrderBy(a => a.Article.Published).ToList();
        return this with
        {
            Name = Name + "/dense",
            Articles = [.. dated.Select((a, i) => a.Article with { Key = i })],
            Story = [.. dated.Select(a => a.Story)],
            Topic = [.. dated.Select(a => a.Topic)],
        };
    }

    /// <summary>The articles of several sets in one stream.</summary>
    public static FoldSet Mixed(string name, params FoldSet[] sets)
    {
        var all = sets.SelectMany((s, n) => s.Articles.Select((a, i) => (At: (double)i / s.Articles.Length, Article: a, Story: $"{n} {s.Story[i]}", Topic: (n * 100_000) + s.Topic[i])))
            .OrderBy(a => a.At).ToList();
        return new FoldSet(name, name, [.. all.Select((a, i) => a.Article with { Key = i })], [.. all.Select(a => a.Story)], [.. all.Select(a => a.Topic)]);
    }

    /// <summary>The headline alone; the first sentence where there is none.</summary>
    public FoldSet Headlines() => this with
    {
        Name = Name + "/headlines",
        Articles = [.. Articles.Select(a => a with { Headline = a.Headline ?? First(a.Text, 1), Text = "" })],
    };

    /// <summary>As lists of headlines are often handed on: no capitals, no marks, no function words, no times.</summary>
    public FoldSet Lower() => this with
    {
        Name = Name + "/lower",
        Articles = [.. Articles.Select(a => a with { Headline = string.Join(' ', Words.Content(a.Headline ?? "")), Text = string.Join(' ', Words.Content(a.Text)), Published = null })],
    };

    /// <summary>The headline and each of the first sentences as an item of its own: large stories of short texts.</summary>
    public FoldSet Pieces()
    {
        var items = Articles.SelectMany((a, i) => Sentences.Split(a.Text).Take(3).Select(s => s.Of(a.Text)).Prepend(a.Headline).Where(t => t is { Length: > 25 })
            .Select((t, n) => (Article: a with { Headline = t, Text = "", Published = a.Published?.AddHours(n) }, Story: Story[i], Topic: Topic[i]))).ToList();
        return new FoldSet(Name + "/pieces", From, [.. items.Select((t, i) => t.Article with { Key = i })], [.. items.Select(t => t.Story)], [.. items.Select(t => t.Topic)]);
    }

    /// <summary>Every other article of a story tells of another, in the same words with other names: reports by a pattern, as of matches or quakes.</summary>
    public FoldSet Twins()
    {
        var seen = new Dictionary<string, int>();
        var twin = Story.Select(s => (seen[s] = seen.GetValueOrDefault(s) + 1) % 2 == 0).ToArray();
        return this with
        {
            Name = Name + "/twins",
            Articles = [.. Articles.Select((a, i) => twin[i] ? a with { Headline = a.Headline is { } h ? Renamed(h, Story[i]) : null, Text = Renamed(a.Text, Story[i]) } : a)],
            Story = [.. Story.Select((s, i) => twin[i] ? s + " twin" : s)],
        };
    }

    /// <summary>Each story is told four times over, of other people and places in the same sentences, every report a handful of them; a quarter of the names stay.</summary>
    public FoldSet Patterned(int seed)
    {
        var dice = new Random(seed);
        var pools = Articles.Select((a, i) => (Story: Story[i], Sentences: Sentences.Split(a.Text).Select(x => x.Of(a.Text)).Where(t => t.Length > 40).ToList()))
            .GroupBy(a => a.Story).ToDictionary(g => g.Key, g => g.SelectMany(a => a.Sentences).ToArray());
        var told = Story.Select(s => $"{s} pattern {dice.Next(4)}").ToArray();
        return this with
        {
            Name = Name + "/patterned",
            Articles =
            [
                .. Articles.Select((a, i) => pools[Story[i]] is { Length: >= 12 } pool
                    ? a with { Headline = a.Headline is { } h ? Renamed(h, told[i], 0.75) : null, Text = string.Join('\n', dice.GetItems(pool, Math.Clamp(pool.Length / 3, 5, 14)).Distinct().Select(t => Renamed(t, told[i], 0.75))) }
                    : a with { Headline = a.Headline is { } own ? Renamed(own, told[i], 0.75) : null, Text = Renamed(a.Text, told[i], 0.75) }),
            ],
            Story = told,
        };
    }

    private static string Renamed(string text, string story, double share = 1) =>
        CapitalWord.Replace(text, m => Plain.Contains(m.Value) || Words.IsStop(m.Value.ToLowerInvariant()) || Hash(story + m.Value) % 1000 >= 1000 * share ? m.Value : Invented(m.Value, story));

    private static uint Hash(string text) => text.Aggregate(17u, (hash, c) => (hash ^ c) * 16777619) >> 7;

    private static string Invented(string name, string story)
    {
        var hash = 17u;
        foreach (var c in story + name)
            hash = (hash * 31) + c;
        var made = new System.Text.StringBuilder();
        for (var i = 0; i < 3; i++, hash = (hash * 2654435761) + 11)
            made.Append("bdfgklmnprstvz"[(int)((hash >> 8) % 14)]).Append("aeiou"[(int)((hash >> 16) % 5)]);
        return char.ToUpperInvariant(made[0]) + made.ToString(1, made.Length - 1);
    }

    private static readonly System.Text.RegularExpressions.Regex CapitalWord = new(@"\b[A-Z][a-z]{2,}\b");

    private static readonly HashSet<string> Plain = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The headline and two sentences.</summary>
    public FoldSet Leads() => this with { Name = Name + "/leads", Articles = [.. Articles.Select(a => a with { Text = First(a.Text, 2) })] };

    private static string First(string text, int sentences)
    {
        var spans = Sentences.Split(text).Take(sentences).ToList();
        return spans.Count == 0 ? text : text[..spans[^1].End];
    }

    private static FoldSet Make(string name, List<FoldInput> articles, List<string> stories) =>
        new(name, name, [.. articles], [.. stories], Topics(articles, stories));

    // Stories whose nearest other story is each other, or that share much, are one topic.
    private static int[] Topics(List<FoldInput> articles, List<string> stories)
    {
        var names = stories.Distinct().ToList();
        var documents = new Dictionary<string, int>();
        var vectors = names.Select(_ => new Dictionary<string, double>()).ToList();
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var word in Words.Content(articles[i].Headline + " " + articles[i].Text).Distinct())
            {
                documents[word] = documents.GetValueOrDefault(word) + 1;
                var vector = vectors[names.IndexOf(stories[i])];
                vector[word] = vector.GetValueOrDefault(word) + 1;
            }
        }

        foreach (var vector in vectors)
        {
            foreach (var word in vector.Keys.ToList())
                vector[word] *= Math.Log((double)articles.Count / documents[word]);
            var length = Math.Sqrt(vector.Values.Sum(v => v * v));
            foreach (var word in vector.Keys.ToList())
                vector[word] /= length;
        }

        var topic = Enumerable.Range(0, names.Count).ToArray();
        int Root(int i) => topic[i] == i ? i : topic[i] = Root(topic[i]);
        double Cos(int a, int b) => vectors[a].Sum(v => v.Value * vectors[b].GetValueOrDefault(v.Key));
        for (var a = 0; a < names.Count; a++)
        {
            var (best, nearest) = Enumerable.Range(0, names.Count).Where(b => b != a).Select(b => (Cos(a, b), b)).Max();
            if (best > 0.15)
                topic[Root(a)] = Root(nearest);
        }

        return [.. stories.Select(s => Root(names.IndexOf(s)))];
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (file.ReadLine() is { } line)
            yield return JsonSerializer.Deserialize<JsonElement>(line);
    }
}
