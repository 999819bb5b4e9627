using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "The bridge was closed for two winters, and nobody in the town could say when it would open.")]
    [InlineData("de", "Die Brücke war zwei Winter lang gesperrt, und niemand in der Stadt wusste, wann sie wieder öffnet.")]
    [InlineData("fr", "Le pont a été fermé pendant deux hivers et personne dans la ville ne savait quand il serait rouvert.")]
    [InlineData("es", "El puente estuvo cerrado durante dos inviernos y nadie en la ciudad sabía cuándo se abriría.")]
    [InlineData("pt", "A ponte esteve fechada durante dois invernos e ninguém na cidade sabia quando não seria mais assim.")]
    [InlineData("it", "Il ponte è rimasto chiuso per due inverni e nessuno nella città sapeva quando sarebbe stato aperto.")]
    [InlineData("nl", "De brug was twee winters lang dicht en niemand in de stad wist wanneer hij weer open zou gaan.")]
    [InlineData("sv", "Bron var stängd i två vintrar och ingen i staden visste när den skulle öppnas för trafik.")]
    [InlineData("nb", "Statsrådene sa at de møtes igjen etter sommeren, men ikke sammen med opposisjonen, og at noe mer må til.")]
    [InlineData("da", "Ministrene sagde, at de mødes igen efter sommeren, men ikke sammen med oppositionen, og at der skal noget mere til.")]
    [InlineData("pl", "Most był zamknięty przez dwie zimy i nikt w mieście nie wiedział, kiedy zostanie otwarty.")]
    [InlineData("tr", "Köprü iki kış boyunca kapalı kaldı ve şehirde hiç kimse ne zaman açılacağını bilmiyordu.")]
    [InlineData("ru", "Мост был закрыт две зимы, и никто в городе не знал, когда его снова откроют для всех.")]
    [InlineData("uk", "Міст був закритий дві зими, і ніхто в місті не знав, коли його знову відкриють.")]
    [InlineData("ar", "كان الجسر مغلقا في المدينة ولا أحد يعرف متى يفتح من جديد")]
    [InlineData("fa", "این پل دو زمستان بسته بود و هیچ کس در شهر نمی‌دانست که چه زمانی باز می‌شود")]
    [InlineData("ja", "橋は二冬の間閉まっていて、いつ開くのか誰も知らなかった。")]
    [InlineData("zh", "这座桥关闭了两个冬天，没有人知道什么时候重新开放。")]
    [InlineData("ko", "다리는 두 번의 겨울 동안 닫혀 있었다.")]
    [InlineData("el", "Η γέφυρα ήταν κλειστή για δύο χειμώνες.")]
    public void Sentence_tells_its_language(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("12:30 – 14:00")]
    [InlineData("Oslo")]
    public void Text_that_tells_nothing_has_no_language(string text) => Assert.Null(LanguageGuess.Of(text));

    [Fact]
    public void Every_language_it_names_is_one_it_knows()
    {
        Assert.True(LanguageGuess.Knows("de"));
        Assert.False(LanguageGuess.Knows("eu"));
    }
}
