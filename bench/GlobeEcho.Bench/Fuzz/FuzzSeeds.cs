namespace GlobeEcho.Bench.Fuzz;

/// <summary>Small documents of our own that show each parser its forms; mutation starts from them.</summary>
internal static class FuzzSeeds
{
    public static IReadOnlyList<string> Feeds { get; } =
    [
        """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b"><!ENTITY x SYSTEM "file:///x">]><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xml:base="http://a.example/b/"><channel><title>P &a;&eacute;&#146;</title><link>/</link><language>en</language><ttl>5</ttl><image><url>/i.png</url><title>t</title></image><item><title>&lt;b&gt;One&lt;/b&gt;</title><link>/1</link><guid isPermaLink="false">g</guid><pubDate>Fri, 24 May 2024 18:30:00 +0200</pubDate><description><![CDATA[<p>x & y</p><script>1</script>]]></description><content:encoded>&lt;p&gt;z</content:encoded><dc:creator>A (a@b.example)</dc:creator><category domain="d">c</category><enclosure url="e.mp3" type="audio/mpeg" length="1"/><media:group><media:content url="m.jpg" medium="image"/><media:credit role="r">n</media:credit></media:group></item></channel></rss>""",
        """<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="http://a.example/"><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><em>E</em></div></a:title><a:link rel="self" href="x"/><a:author><a:name>n</a:name></a:author><a:entry><a:id>tag:1</a:id><a:link href="y"/><a:published>2024-05-24T06:00:00Z</a:published><a:summary>s</a:summary><a:content type="application/octet-stream">PGI+eDwvYj4=</a:content><a:source><a:title>q</a:title></a:source></a:entry></a:feed>""",
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>t</title><items><rdf:Seq><rdf:li resource="u"/></rdf:Seq></items></channel><item rdf:about="http://a.example/1"><title>v</title></item></rdf:RDF>""",
        """<CHANNEL HREF="http://a.example/" LASTMOD="2024-05-24" BASE="http://a.example/"><TITLE>c</TITLE><ITEM HREF="/1"><TITLE>i</TITLE><ABSTRACT>a</ABSTRACT></ITEM></CHANNEL>""",
        """{"version":"https://jsonfeed.org/version/1.1","title":"L","items":[{"id":"7","url":"http://a.example/7","title":"I","content_text":"a\n\nb","authors":[{"name":"B"}],"tags":["x"],"attachments":[{"url":"f.mp3","mime_type":"audio/mpeg"}]},],}""",
        """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml" xmlns:psc="http://podlove.org/simple-chapters"><entry><link href="http://a.example/"/><georss:where><gml:Point><gml:pos>1 2</gml:pos></gml:Point></georss:where><georss:polygon>1 2 3 4 5 6 1 2</georss:polygon><psc:chapters version="1.1"><psc:chapter start="1:02" title="x"/></psc:chapters></entry></feed>""",
    ];

    public static IReadOnlyList<string> Dates { get; } =
    [
        "Fri, 24 May 2024 18:30:00 +0200", "2024-05-24T18:30:00.123+02:00", "2024-W21-5", "2024145T1830Z", "Fri May 24 18:30:00 UTC 2024", "24. Mai 2024 18:30 MESZ",
        "2004년 05월 28일 01:31:15", "2004-05-25 오후 11:23:17", "2004-július-13T9:15-05:00", "Κυρ, 11 Ιούλ 2004 12:00:00 EST", "05/24/2024 6:30 pm", "1716575400", "03-12-31",
    ];

    public static IReadOnlyList<string> Lists { get; } =
    [
        """<?xml version="1.0"?><opml version="2.0"><body><outline text="Asia"><outline type="publisher" text="D" htmlUrl="https://d.example/" language="en"><outline type="rss" text="W" xmlUrl="https://d.example/w"/></outline></outline><outline title="L &amp; F" xmlUrl="http://l.example/"/></body></opml>""",
    ];

    public static IReadOnlyList<string> Pages { get; } =
    [
        """<!doctype html><html><head><base href='https://c.example/a/'><link rel="Alternate home" type='application/rss+xml; charset=utf-8' href=all.rss><script>var s = '<link>';</script><!-- <link rel=alternate> --></head>""",
    ];

    public static IReadOnlyList<string> Markup { get; } =
    [
        """<p>One <a href="https://a.example/?a=1&amp;b=2" onclick="x()">link</a> &copy; &#x26; <img src=/i.png alt='a "b"'><br/><script>alert(1)</script></p>""",
        """<a href="java&#115;cript:x"><svg><style><img src=x onerror=y></style></svg><!-- c --><![CDATA[ d ]]><?pi?><math><mtext></mtext></math>""",
        """<table><tr><td>1<td>2<tr><td><ul><li>a<li>b</ul></table><noscript><p title="</noscript><img src=x onerror=y>">""",
    ];

    public static IReadOnlyList<string> Articles { get; } =
    [
        """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Die Brücke ist offen - Flussblatt</title><meta property="og:title" content="Die Brücke ist offen"><link rel="canonical" href="/bruecke"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Die Brücke ist offen","datePublished":"2024-05-23T08:15:00+02:00","dateModified":"2024-05-24","author":[{"@id":"#a"},{"@type":"Person","name":"Jo Okoye"}],"articleSection":["Stadt"],"keywords":"a, b","image":{"url":"/i.jpg"},"isAccessibleForFree":"False","articleBody":"Nach zwei Wintern."},{"@id":"#a","@type":"Person","name":"Ada Brandt"}]}</script></head><body><header><nav><ul><li><a href=/>Start</a></ul></nav></header><main><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Die Brücke ist offen</h1><p class="byline">Von Ada Brandt und Jo Okoye | <time datetime="2024-05-23T08:15">23. Mai 2024, 8:15 Uhr</time></p><figure><img src=i.jpg><figcaption>Die Brücke. Foto: Ida Rohde</figcaption></figure><div itemprop="articleBody"><p>FLUSSBURG, Westland (Wire) — Nach zwei Wintern Arbeit ist die Brücke am Donnerstag wieder geöffnet worden, und der Bäcker ging als Erster.</p><h2>Zwei Winter</h2><blockquote><p>„So lange haben wir noch nie gewartet“, sagte die Bürgermeisterin, bevor sie das Band durchschnitt.</p></blockquote><ul><li>Erster Winter: die Pfeiler<li>Zweiter Winter: die Fahrbahn</ul><table><tr><th>Jahr<th>Kosten<tr><td>2023<td>4&nbsp;Mio.</table><p>Mehr dazu lesen Sie am Samstag.<br>Die Rechnung kommt später, sagte der Kämmerer; sie werde &bdquo;niemanden &uuml;berraschen&ldquo;.</p></div></article><aside class="related"><h3>Mehr</h3><a href="/x">Ein anderer Text, der hier nichts zu suchen hat</a></aside></main><footer>© 2024 Flussblatt</footer></body></html>""",
        """<html><body><table width=100%><tr><td><font size=1>[ <a href=p>Print</a> ] [ <a href=s>Send</a> ]</font><tr><td><b>The ferry sails again</b><br>By ADA QUILL<br>May 24, 2024<br><br>The ferry to the island left the harbour on time, with forty people and a goat on board.<br><br>It had been laid up since the storm of last winter, when a wave broke the windows of its bridge.<br></td></tr></table></body></html>""",
        """<svg><style><![CDATA[ p{} ]]></style><title>x</title></svg><template><p>hidden</p></template><p>One<b>two<p>three</b>four<a href=a>five<a href=b>six<table><a>seven<td>eight</table><textarea></p><!-- --!><script><!--<script></script>--></script><select><option>nine<math><mtext><p>ten</math><frameset><noscript><p>eleven""",
        """<html><head><meta http-equiv=content-type content="text/html; charset=shift_jis"><meta name=date content=20240524><meta name=author content="By A. B. and C, Editor"></head><body class="single post"><h1>見出し</h1><time>2024年5月24日</time><p>島への船は定刻に港を出た。四十人の客と一頭の山羊が乗っていた。冬の嵐で壊れた橋の窓は、ようやく直った。</p></body></html>""",
    ];
}
