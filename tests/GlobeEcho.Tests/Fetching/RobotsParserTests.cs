using System.Text;
using CsCheck;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Tests.Fetching;

/// <summary>The rules of RFC 9309, each in our own words.</summary>
public sealed class RobotsParserTests
{
    [Theory]
    // §2.2.1: a group that names us counts, whatever its case, and then those for everybody do not.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: globeecho\nDisallow: /closed", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: globeecho\nDisallow: /closed", "/closed/page", false)]
    [InlineData("User-agent: GLOBEECHO/2.0\nDisallow: /", "/page", false)]
    [InlineData("User-agent: GlobeEchoNews\nDisallow: /", "/page", true)]
    [InlineData("User-agent: Globe\nDisallow: /", "/page", true)]
    // Several groups that name us are one.
    [InlineData("User-agent: GlobeEcho\nDisallow: /a\n\nUser-agent: Other\nDisallow: /\n\nUser-agent: GlobeEcho\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: GlobeEcho\nDisallow: /a\n\nUser-agent: Other\nDisallow: /\n\nUser-agent: GlobeEcho\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: GlobeEcho\nDisallow: /a\n\nUser-agent: Other\nDisallow: /\n\nUser-agent: GlobeEcho\nDisallow: /b", "/c", true)]
    // Several names above one group, empty lines and other records between them.
    [InlineData("User-agent: Other\n\nUser-agent: GlobeEcho\nSitemap: https://paper.example/map\n\nDisallow: /", "/page", false)]
    // A group that names us and closes nothing opens all.
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: GlobeEcho\nDisallow:", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: GlobeEcho", "/page", true)]
    // Rules before any group belong to nobody.
    [InlineData("Disallow: /\nUser-agent: *\nDisallow: /x", "/page", true)]
    // No group for us or everybody: open.
    [InlineData("User-agent: Other\nDisallow: /", "/page", true)]
    [InlineData("", "/page", true)]
    [InlineData("<!doctype html><title>Not found</title>", "/page", true)]
    // §2.2.2: the longest match decides, whatever the order, and between equals the one that allows.
    [InlineData("User-agent: *\nAllow: /news/\nDisallow: /news/private", "/news/private/1", false)]
    [InlineData("User-agent: *\nDisallow: /news/private\nAllow: /news/private/open", "/news/private/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    // Paths are told apart by case; a rule's end is open.
    [InlineData("User-agent: *\nDisallow: /Page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /page", "/pages/1", false)]
    [InlineData("User-agent: *\nDisallow: /page?print=", "/page?print=1", false)]
    // Percent-encoding: the same octets however they are written.
    [InlineData("User-agent: *\nDisallow: /caf\u00E9", "/caf%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/caf\u00E9", false)]
    [InlineData("User-agent: *\nDisallow: /%70age", "/page", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    // §2.2.3: wildcards, the end mark, comments.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*/print", "/a/b/print", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-x", true)]
    [InlineData("User-agent: *\nDisallow: /page$", "/page", false)]
    [InlineData("User-agent: *\nDisallow: /page$", "/pages", true)]
    [InlineData("User-agent: *\nDisallow: *", "/page", false)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$b", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Ab", "/a*b", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Ab", "/axb", true)]
    [InlineData("User-agent: * # all of you\nDisallow: /page # not this", "/page", false)]
    // §2.2: any line end, spaces, no byte order mark in the way.
    [InlineData("\uFEFFUser-agent : *\r\n  Disallow :  /page  \r", "/page", false)]
    [InlineData("USER-AGENT: *\rDISALLOW: /page", "/page", false)]
    public void Page_is_open_or_closed(string robots, string path, bool open) =>
        Assert.Equal(open, Read(robots).WhatCloses(new Uri("https://paper.example" + path)) is null);

    [Fact]
    public void Rule_that_closes_is_named() =>
        Assert.Equal("Disallow: /a*", Read("User-agent: *\nDisallow: /\nDisallow: /a*").WhatCloses(new Uri("https://paper.example/abc"))?.ToString());

    [Fact]
    public void What_stands_behind_500_kibibytes_is_not_read()
    {
        var filler = string.Concat(Enumerable.Repeat("Disallow: /x\n", RobotsParser.MaxBytes / 13));
        var rules = Read("User-agent: *\n" + filler + "\nDisallow: /page\n");
        Assert.Null(rules.WhatCloses(new Uri("https://paper.example/page")));
        Assert.NotNull(rules.WhatCloses(new Uri("https://paper.example/x")));
    }

    [Fact]
    public void Any_bytes_are_read_and_judged()
    {
        Gen.Select(Gen.Byte.Array[0, 300], Gen.String[Gen.Char["/*$%2FaA\u00E9 ?#"], 0, 30]).Sample((bytes, path) =>
        {
            var rules = RobotsParser.Parse([.. "User-agent: *\nDisallow: /"u8, .. bytes], "GlobeEcho");
            Uri.TryCreate("https://paper.example/" + path, UriKind.Absolute, out var address);
            return address is null || rules.WhatCloses(address) is null or { Allows: false };
        });
    }

    [Fact]
    public void Rule_with_stars_matches_as_trying_every_way_does()
    {
        var pattern = Gen.String[Gen.Char["/ab*$"], 0, 8].Select(s => "/" + s);
        var path = Gen.String[Gen.Char["/ab"], 0, 8].Select(s => "/" + s);
        Gen.Select(pattern, path).Sample(
            (p, s) =>
            {
                var spelled = RobotsParser.Spell(p, pattern: true);
                return new RobotsRule(false, spelled).Matches(s) == Slowly(spelled, s);
            },
            iter: 5_000);
    }

    [Fact]
    public void Spelling_twice_changes_nothing_more() =>
        Gen.String.Sample(s => RobotsParser.Spell(s, pattern: false) is var once && RobotsParser.Spell(once, pattern: false) == once);

    private static RobotsRules Read(string robots) => RobotsParser.Parse(Encoding.UTF8.GetBytes(robots), "GlobeEcho");

    private static bool Slowly(string pattern, string path) => pattern switch
    {
        "" => true,
        "$" => path.Length == 0,
        ['*', .. var rest] => Enumerable.Range(0, path.Length + 1).Any(i => Slowly(rest, path[i..])),
        _ => path.Length > 0 && path[0] == pattern[0] && Slowly(pattern[1..], path[1..]),
    };
}
