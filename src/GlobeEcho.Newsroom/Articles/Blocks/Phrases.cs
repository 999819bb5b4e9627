namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>What the set phrases of the press say about a short line: "Read more", "Sign up", "Photo:", in the larger languages of the press.</summary>
internal static class Phrases
{
    /// <summary>Longer lines are looked at only in their first characters.</summary>
    private const int Longest = 160;

    // Phrases are found by a number made of their first three characters.
    private const int Key = 3;
    private const int Drawers = 4096;
    private const char FirstIdeograph = '\u3000';

    private static readonly (PhraseKind Kind, string[] Words)[] Kinds =
    [
        (PhraseKind.Related, Of("read more|read also|also read|read next|see also|related|more on this|more from|more in|more stories|more news|recommended|you may also|you might also|don't miss|"
            + "up next|next article|previous article|next post|previous post|next story|most read|most popular|trending|latest news|latest stories|top stories|editor's picks|keep reading|continue reading|learn more|find out more|"
            + "mehr zum thema|lesen sie auch|auch interessant|weitere artikel|mehr lesen|das könnte|passend zum thema|zum thema|à lire aussi|lire aussi|sur le même sujet|articles liés|en savoir plus|les plus lus|"
            + "leer más|lea también|te puede interesar|también te|noticias relacionadas|más noticias|ver más|leia também|veja também|leia mais|saiba mais|notícias relacionadas|mais lidas|leggi anche|leggi di più|potrebbe interessarti|articoli correlati|"
            + "lees ook|lees meer|meer over|läs mer|läs också|les også|les mer|læs også|læs mere|lue myös|czytaj także|czytaj też|zobacz też|zobacz także|přečtěte si|читайте также|читать также|читайте ещё|по теме|смотрите также|читайте також|"
            + "baca juga|artikel terkait|đọc thêm|xem thêm|ilgili haber|διαβάστε επίσης|olvasta már|citește și|прочетете още|関連記事|関連ニュース|あわせて読みたい|相关阅读|相关新闻|推荐阅读|延伸閱讀|延伸阅读|관련기사|ข่าวที่เกี่ยวข้อง|اقرأ أيضا|إقرأ أيضا|قراءة المزيد|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন")),
        (PhraseKind.Letter, Of("sign up|subscribe|newsletter|get the latest|in your inbox|your email|email address|e-mail address|join our|join the|become a member|support our|donate|free trial|log in|sign in|create an account|register|membership|"
            + "abonnieren|jetzt anmelden|abonnez-vous|la lettre d|infolettre|s'abonner|inscrivez-vous|je m'abonne|suscríbete|suscribirse|regístrate|assine|inscreva-se|cadastre-se|abbonati|iscriviti|abonneer|schrijf je in|prenumerera|abonner|tilaa|zapisz się|подпис|підпи|berlangganan|đăng ký|订阅|登録|구독|اشترك")),
        (PhraseKind.Share, Of("share this|share on|share article|share via|share|follow us|follow me|tweet|facebook|whatsapp|linkedin|pinterest|instagram|telegram|reddit|copy link|twitter|youtube|print this|teilen|drucken|partager|imprimer|suivez|compartir|síguenos|imprimir|compartilhar|siga|condividi|stampa|seguici|delen|dela|udostępnij|поделиться|поширити|bagikan|chia sẻ|分享|シェア|공유|แชร์|شارك")),
        (PhraseKind.Advert, Of("advertisement|advertising|sponsored|promoted|affiliate|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklam|реклама|iklan|quảng cáo|广告|広告|광고|โฆษณา|إعلان|story continues below|article continues")),
        (PhraseKind.Legal, Of("copyright|all rights reserved|privacy policy|terms of|cookie|this material may not be|alle rechte|tous droits|todos los derechos|todos os direitos|riproduzione riservata|alle rechten|все права|disclaimer|this article was originally|republish|creative commons|views expressed|opinions expressed")),
        (PhraseKind.Photo, Of("photo:|photos:|photo by|photo credit|photograph:|picture:|image:|image credit|images:|credit:|courtesy of|getty|shutterstock|file photo|istock|unsplash|reuters/|/afp|ap photo|/ap|foto:|bild:|fotos:|crédit|imagen:|imagem:|reprodução|foto ©|фото|source:|quelle:|fuente:|video:|watch:|截图|写真|图片|사진|(photo|illustration|pictured|from left|from right|von links|von li|de izquierda|de gauche|da sinistra|fra venstre|från vänster|archivbild|symbolbild|archivfoto|arkivfoto|file picture|grafik:|graphic:|artwork:|illustration :|photo :")),
        (PhraseKind.Comment, Of("comments|leave a comment|leave a reply|post a comment|reply|add a comment|no comments|your email address will not|required fields|kommentare|kommentar|commentaires|comentarios|comentários|commenti|reacties|комментари|コメント|评论|댓글")),
        (PhraseKind.Byline, Of("written by|by |posted by|published by|posted on|published|updated|last updated|last modified|min read|minutes read|reading time|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad|uppdaterad|опубликован|обновлен|reporting by|editing by|additional reporting|von |par |por |发布|発表|更新")),
        (PhraseKind.Topics, Of("tags:|tags|topics|filed under|categories|category:|tagged|schlagwort|themen:|thèmes|mots-clés|etiquetas|temas|tópicos|argomenti|onderwerpen|ämnen|теги|метки|tag:|keywords|标签|タグ|태그")),
        (PhraseKind.Bio, Of("about the author|is a freelance|is a writer|is a reporter|is a senior|is the author|is an editor|contact the author|follow him|follow her|view all posts|more about|about us|about author|über den autor|sobre el autor|sobre o autor|can be reached|is a journalist|is a staff|is an associate professor|is professor")),
        (PhraseKind.Contents, Of("table of contents|in this article|contents|jump to|key takeaways|at a glance|inhalt|sommaire|índice|skip to|back to top|click here|download|view gallery|show more|load more|view comments|view all|see all|listen to this")),
        (PhraseKind.Consent, Of("cookies|your consent|your privacy|privacy settings|personal data|personal information|personalised ads|personalized ads|opt out|opt-out|third-party content|external content|einwilligung|personenbezogene|datenschutz|privatsphäre|"
            + "personalisierte anzeigen|externen inhalt|eingebettete inhalte|données personnelles|votre consentement|contenu externe|datos personales|consentimiento|dados pessoais|dati personali|consenso|informativa|persoonsgegevens|toestemming|samtycke|samtykke|danych osobowych|персональных данных|個人情報|affiliate-links")),
    ];

    private static readonly (PhraseKind Kind, string Word)[][] ByKey = Sorted();

    // Words of two characters, in the scripts that have them.
    private static readonly Dictionary<(char, char), PhraseKind> Pairs = Kinds.SelectMany(k => k.Words.Where(w => w.Length == 2).Select(w => (Key: (w[0], w[1]), k.Kind)))
        .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Aggregate(PhraseKind.None, (all, p) => all | p.Kind));

    public static PhraseKind In(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
            line = line[..Longest];
        Span<char> room = stackalloc char[Longest];
        ReadOnlySpan<char> lower = room[..Math.Max(0, line.ToLowerInvariant(room))];
        var found = lower.Contains('©') ? PhraseKind.Legal : PhraseKind.None;
        for (var i = 0; i + Key <= lower.Length; i++)
        {
            foreach (var (kind, word) in ByKey[Drawer(lower[i..])])
            {
                if ((found & kind) == 0 && lower[i..].StartsWith(word, StringComparison.Ordinal))
                    found |= kind;
            }
        }

        for (var i = 0; i + 2 <= lower.Length; i++)
        {
            if (lower[i] >= FirstIdeograph && Pairs.TryGetValue((lower[i], lower[i + 1]), out var kind))
                found |= kind;
        }

        return found;
    }

    private static int Drawer(ReadOnlySpan<char> text) => ((text[0] * 961) + (text[1] * 31) + text[2]) & (Drawers - 1);

    private static (PhraseKind Kind, string Word)[][] Sorted()
    {
        var drawers = new List<(PhraseKind, string)>[Drawers];
        foreach (var (kind, words) in Kinds)
        {
            foreach (var word in words.Where(w => w.Length >= Key))
                (drawers[Drawer(word)] ??= []).Add((kind, word.ToLowerInvariant()));
        }

        return Array.ConvertAll(drawers, d => d?.ToArray() ?? []);
    }

    private static string[] Of(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
