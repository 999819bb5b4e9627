using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Whether a sentence can stand in a digest without the text around it.</summary>
internal static partial class SentenceFitness
{
    private const int FewestWords = 8;
    private const int MostWords = 45;

    // Reports open with one long sentence often enough; beyond this nobody reads to its end.
    private const int MostWordsOfWeak = 60;

    // Han and Kana are counted by character; about one and a half make a word.
    private const double CharactersPerWord = 1.6;

    // What these point back to stays behind in the article.
    private static readonly FrozenSet<string> Dangling = (
        "he she it they this that these those his her hers their its him them such both neither either another here "
        + "but and so or nor yet however also then instead still otherwise moreover furthermore additionally similarly likewise consequently "
        + "therefore thus hence nonetheless nevertheless besides meanwhile afterwards afterward later elsewhere which who we our i my you your "
        + "il elle ils elles ce cela ceci ces cet cette celui celle ceux celles mais et donc or ainsi cependant toutefois pourtant neanmoins "
        + "ensuite puis lui leur leurs son sa ses nous notre je mon ma mes enfin "
        + "er es sie dies diese dieser dieses diesem diesen damit dabei dazu dafur dagegen daher darum deshalb deswegen aber doch denn "
        + "und oder auch zudem ausserdem jedoch allerdings dennoch trotzdem sein seine seiner ihr ihre ihrer dort daraufhin danach dann wir unser ich mein "
        + "ella ellos ellas esto este esta estos estas eso ese esa pero y ademas tambien su sus asi entonces nosotros nuestro yo mi "
        + "ele ela eles elas isso isto aquilo mas e tambem entao seu sua seus suas eu meu "
        + "lui lei loro questo questa questi queste ma inoltre quindi pero suo sua suoi cosi noi io "
        + "hij zij ze deze maar echter han hon hun hendes hans dette detta он она они это этот эта эти но однако также его их мы ona oni jednak jego jej ich")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Within a quotation these mean its speaker.
    private static readonly FrozenSet<string> FirstPerson =
        "we our i my you your nous notre je mon ma mes wir unser ich mein nosotros nuestro yo mi eu meu noi io".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // "...", he said: the one who speaks stays behind in the article.
    private static readonly FrozenSet<string> Speakers = "he she they er sie il elle él ella ele ela lui lei".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // What a page says around its articles; each stands for itself and for all that begins with it. Only ASCII: the search is faster.
    private static readonly SearchValues<string> Furniture = SearchValues.Create(
        [
            "click here", "read more", "read also", "sign up", "subscri", "newsletter", "log in to", "follow us", "all rights reserved", "copyright", "cookie",
            "getty images", "file photo", "advertisement", "contributed to this", "reporting by", "editing by", "writing by", "this story was", "this story has",
            "this article was", "this article has", "this article is", "this post was", "this page", "originally appeared", "originally published", "last updated",
            "download our", "download the app", "share this", "watch the video", "watch live", "listen to the", "stay tuned", "news alerts", "live blog",
            "live updates", "for more information", "for more details", "for more news", "photo:", "photos:", "image:", "images:", "video:", "related:", "note:",
            "update:", "correction:", "http:", "https:", "www.",
            "lire aussi", "abonnez-vous", "inscrivez-vous", "cliquez ici", "tous droits r", "lesen sie", "mehr zum thema", "alle rechte vorbehalten",
            "klicken sie", "foto:", "fotos:", "suscrib", "lea tambi", "haga clic", "leia tamb", "clique aqui", "leggi anche", "iscriviti",
        ],
        StringComparison.OrdinalIgnoreCase);

    // The writer speaks of himself, or to the reader.
    private static readonly SearchValues<string> ReaderWords = SearchValues.Create(
        [" you ", " your ", " yours ", " you,", " you.", " I ", " I'm ", " I’m ", " I've ", " I’ve ", " vous ", " votre ", " vos ", " Sie haben ", " Ihnen ", " usted "],
        StringComparison.Ordinal);

    private static readonly SearchValues<char> FurnitureMarks = SearchValues.Create("|©®™@#");

    public static Fitness Of(string sentence, int words, int ideographs)
    {
        var length = words - ideographs + (ideographs / CharactersPerWord);
        if (length is < FewestWords or > MostWordsOfWeak || !EndsWell(sentence) || !StartsWell(sentence) || !IsBalanced(sentence))
            return Fitness.Unfit;
        if (IsMostlyMarks(sentence) || HasFurniture(sentence) || LacksSpeaker(sentence))
            return Fitness.Unfit;
        var isList = sentence.AsSpan().Count(';') > 1;
        return length > MostWords || isList || Unquoted(sentence).AsSpan().ContainsAny(ReaderWords) ? Fitness.Weak : Fitness.Fit;
    }

    private static bool EndsWell(string sentence)
    {
        var end = sentence.AsSpan().TrimEnd("\"”’'“»«)]」』） \u00A0");
        if (end.Length == 0 || end[^1] is not ('.' or '!' or '。' or '！' or '।' or '۔'))
            return false;
        // Three points are where a text was cut off.
        return !end.EndsWith("..", StringComparison.Ordinal);
    }

    private static bool StartsWell(string sentence)
    {
        var start = sentence.AsSpan().TrimStart("\"“„‘«'([「『¿¡ \u00A0");
        if (start.Length == 0 || !char.IsLetterOrDigit(start[0]) || char.IsLower(start[0]))
            return false;
        var end = 0;
        while (end < start.Length && char.IsLetter(start[end]))
            end++;
        var written = start[..end].ToString();
        // WHO and ESA are nobody's pronouns.
        if (written.Length > 1 && written.All(char.IsUpper))
            return true;
        var first = Words.Fold(written);
        return !Dangling.Contains(first) || (IsQuoteMark(sentence[0]) && FirstPerson.Contains(first));
    }

    private static bool IsBalanced(string sentence)
    {
        int straight = 0, round = 0, square = 0, curly = 0, guillemets = 0, corners = 0;
        var low = false;
        foreach (var c in sentence)
        {
            straight += c == '"' ? 1 : 0;
            round += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
            square += c == '[' ? 1 : c == ']' ? -1 : 0;
            guillemets += c == '«' ? 1 : c == '»' ? -1 : 0;
            corners += c is '「' or '『' ? 1 : c is '」' or '』' ? -1 : 0;
            // „German“ closes with the mark that “English” opens with.
            low |= c == '„';
            curly += c == '„' || (c == '“' && !low) ? 1 : c == '”' || (c == '“' && low) ? -1 : 0;
        }

        return straight % 2 == 0 && round == 0 && square == 0 && curly == 0 && guillemets == 0 && corners == 0;
    }

    private static bool IsMostlyMarks(string sentence)
    {
        int marks = 0, capitals = 0, spaces = 0;
        foreach (var c in sentence)
        {
            marks += char.IsPunctuation(c) || char.IsSymbol(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
            spaces += char.IsWhiteSpace(c) ? 1 : 0;
        }

        var letters = sentence.Length - spaces - marks;
        return marks > letters / 3 || capitals > 0.5 * letters;
    }

    private static bool HasFurniture(string sentence)
    {
        if (sentence.AsSpan().ContainsAny(FurnitureMarks))
            return true;
        for (var from = 0; ;)
        {
            var at = sentence.AsSpan(from).IndexOfAny(Furniture);
            if (at < 0)
                return false;
            if (from + at == 0 || !char.IsLetter(sentence[from + at - 1]))
                return true;
            from += at + 1;
        }
    }

    // A quotation is news only with the one who said it.
    private static bool LacksSpeaker(string sentence)
    {
        var outside = Unquoted(sentence);
        if (outside.Length == sentence.Length)
            return false;
        var first = true;
        var opensQuoted = IsQuoteMark(sentence[0]);
        foreach (var span in Words.Spans(outside))
        {
            var word = span.Of(outside);
            if (opensQuoted && Speakers.Contains(word))
                return true;
            if (char.IsUpper(word[0]) && (!first || opensQuoted || !Words.IsStop(Words.Fold(word))))
                return false;
            // Scripts without capitals: any words beside the quotation must do.
            if (char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter)
                return false;
            first = false;
        }

        return true;
    }

    private static bool IsQuoteMark(char c) => c is '"' or '“' or '„' or '«' or '»' or '「' or '‘';

    private static string Unquoted(string sentence) =>
        sentence.AsSpan().ContainsAny("\"“”„«»「」") ? Quotation().Replace(sentence, " ") : sentence;

    [GeneratedRegex("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」")]
    private static partial Regex Quotation();
}
