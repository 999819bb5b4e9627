using System.Globalization;
using System.Text;

namespace GlobeEcho.Tests.Markets;

/// <summary>Documents of our own in the shapes the banks and providers publish.</summary>
internal static class Documents
{
    public static string Ecb(params (string Day, string Rates)[] days)
    {
        var text = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube>
            """);
        foreach (var (day, rates) in days)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Cube time=\"{day}\">");
            foreach (var rate in rates.Split(' '))
                text.Append(CultureInfo.InvariantCulture, $"<Cube currency=\"{rate.Split('=')[0]}\" rate=\"{rate.Split('=')[1]}\"/>");
            text.Append("</Cube>");
        }

        return text.Append("</Cube></gesmes:Envelope>").ToString();
    }

    public static string NbrbList(string day, params (string Code, int Number, int Scale, string Rate)[] rates) =>
        $"[{string.Join(',', rates.Select(r => $$"""{"Cur_ID":{{r.Number}},"Date":"{{day}}T00:00:00","Cur_Abbreviation":"{{r.Code}}","Cur_Scale":{{r.Scale}},"Cur_Name":"валюта","Cur_OfficialRate":{{r.Rate}}}"""))}]";

    public static string NbrbHistory(int number, params (string Day, string Rate)[] rates) =>
        $"[{string.Join(',', rates.Select(r => $$"""{"Cur_ID":{{number}},"Date":"{{r.Day}}T00:00:00","Cur_OfficialRate":{{r.Rate}}}"""))}]";

    /// <summary>The feed as it is found: entries in a stray element, each with its own namespaces.</summary>
    public static string Treasury(params (string Day, string TwoYears, string ThirtyYears)[] days)
    {
        const string Spaces = "xmlns:d=\"http://schemas.microsoft.com/ado/2007/08/dataservices\"";
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\" ?>\n <pre> <title>DailyTreasuryYieldCurveRateData</title>");
        foreach (var (day, two, thirty) in days)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                <entry><content type="application/xml"><m:properties xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
                <d:Id {Spaces} m:type="Edm.Int32">7</d:Id><d:NEW_DATE {Spaces} m:type="Edm.DateTime">{day}T00:00:00</d:NEW_DATE>
                <d:BC_1MONTH {Spaces} m:type="Edm.Double">3.72</d:BC_1MONTH><d:BC_1_5MONTH {Spaces} m:null="true" />
                <d:BC_2YEAR {Spaces} m:type="Edm.Double">{two}</d:BC_2YEAR>
                <d:BC_30YEAR {Spaces} m:type="Edm.Double">{thirty}</d:BC_30YEAR><d:BC_30YEARDISPLAY {Spaces} m:type="Edm.Double">9.99</d:BC_30YEARDISPLAY>
                </m:properties></content></entry>
                """);
        }

        return text.Append("</pre>").ToString();
    }

    /// <param name="rows">Unix seconds and closes; null is a gap.</param>
    public static string Yahoo(string symbol, string currency, string price, long made, (long Start, long End)? session, params (long At, string Close)[] rows)
    {
        var period = session is { } s ? $$""","currentTradingPeriod":{"regular":{"timezone":"EDT","start":{{s.Start}},"end":{{s.End}},"gmtoffset":-14400} }""" : "";
        var closes = string.Join(',', rows.Select(r => r.Close));
        return $$"""
            {"chart":{"result":[{"meta":{"currency":"{{currency}}","symbol":"{{symbol}}","regularMarketTime":{{made}},"gmtoffset":-14400,"exchangeTimezoneName":"America/New_York",
            "regularMarketPrice":{{price}},"chartPreviousClose":1.0,"priceHint":2{{period}} },
            "timestamp":[{{string.Join(',', rows.Select(r => r.At))}}],
            "indicators":{"quote":[{"close":[{{closes}}],"open":[{{closes}}],"high":[{{closes}}],"low":[{{closes}}],"volume":[{{string.Join(',', rows.Select(_ => "null"))}}]}]} }],"error":null} }
            """;
    }
}
