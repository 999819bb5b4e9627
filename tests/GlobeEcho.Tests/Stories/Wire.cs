using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Stories;

/// <summary>Invented news for the tests of the room.</summary>
internal static class Wire
{
    public static readonly DateTimeOffset Morning = new(2024, 5, 24, 6, 0, 0, TimeSpan.Zero);

    public static readonly (string Headline, string Text) Ferry = (
        "Ferry runs aground off Tarvik with 212 aboard",
        "A car ferry ran aground near the Norwegian harbour of Tarvik on Friday with 212 people aboard. The coastguard sent three rescue boats and a "
        + "helicopter. Captain Jonas Brekke told the coastguard that the rudder of the Solvind had failed in heavy seas.");

    public static readonly (string Headline, string Text) FerryAgain = (
        "Rescuers empty stranded ferry Solvind near Tarvik",
        "All 212 people on the ferry Solvind have been brought ashore after it ran onto rocks off Tarvik, the Norwegian coastguard said. The captain, "
        + "Jonas Brekke, blamed a failed rudder. Rescue boats worked for six hours in heavy seas.");

    public static readonly (string Headline, string Text) FerryElsewhere = (
        "Ferry hits pier in Manila, dozens hurt",
        "A passenger ferry struck a pier in Manila on Friday, hurting at least 37 commuters. Philippine port police said that the engine of the Reina "
        + "Azul did not answer when it approached the terminal. Skipper Rodel Magsino was questioned.");

    public static readonly (string Headline, string Text) FerryFrench = (
        "Norvège : un ferry s'échoue au large de Tarvik",
        "Le ferry Solvind, avec 212 personnes à bord, s'est échoué vendredi près de Tarvik, en Norvège. Le capitaine, Jonas Brekke, évoque une "
        + "panne de gouvernail. Les secours norvégiens ont envoyé un hélicoptère.");

    public static readonly (string Headline, string Text) FerryGerman = (
        "Fähre läuft vor Tarvik auf Grund",
        "Die Fähre Solvind ist am Freitag mit 212 Menschen vor Tarvik in Norwegen auf Grund gelaufen. Kapitän Jonas Brekke meldete der norwegischen "
        + "Küstenwache einen Schaden am Ruder.");

    public static readonly (string Headline, string Text) Bank = (
        "Central bank of Velmora lifts key rate to 4.75 per cent",
        "The central bank of Velmora raised its key interest rate to 4.75 per cent, the third step this year. Governor Ilse Hartog said that rents "
        + "and wages kept inflation too high. Economists had expected a pause.");

    public static readonly (string Headline, string Text) Strike = (
        "Tram drivers of Velmora call week of strikes",
        "Drivers of trams and night buses will stop work for a week from Sunday, their union decided. Its chair, Pavel Dostal, asks for longer breaks and "
        + "safer depots. The operator called the demand unpayable.");

    public static FoldInput Input(long key, (string Headline, string Text) news, string? language = "en", double hours = 0) =>
        new(key, news.Headline, news.Text, language, Morning.AddHours(hours), "publisher " + key);

    /// <summary>Different events, each told in words no other has.</summary>
    public static FoldInput Numbered(long key, int number, double hours)
    {
        string Word(string stem) => stem + (char)('a' + (number % 26)) + (char)('a' + (number / 26 % 26)) + (char)('a' + (number / 676 % 26)) + "o";
        var place = char.ToUpperInvariant('q') + Word("u");
        return Input(
            key,
            ($"Council of {place} argues over {Word("brid")}",
                $"The council of {place} argued over the {Word("brid")} and the {Word("mark")}. Mayor {Word("Ler")} of {place} wants {Word("sten")}."),
            "en",
            hours);
    }
}
