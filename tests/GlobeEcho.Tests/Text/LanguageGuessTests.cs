using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "The ministers said that they would meet again after the summer, but not with the opposition.")]
    [InlineData("de", "Die Minister sagten, dass sie sich nach dem Sommer wieder treffen wollen, aber nicht mit der Opposition.")]
    [InlineData("fr", "Les ministres ont dit qu’ils se retrouveraient après l’été, mais pas avec l’opposition.")]
    [InlineData("es", "Los ministros dijeron que se reunirán de nuevo después del verano, pero no con la oposición.")]
    [InlineData("pt", "Os ministros disseram que vão reunir-se depois do verão, mas não com a oposição.")]
    [InlineData("it", "I ministri hanno detto che si incontreranno dopo l’estate, ma non con l’opposizione.")]
    [InlineData("nl", "De ministers zeiden dat ze elkaar na de zomer weer zullen zien, maar niet met de oppositie.")]
    [InlineData("nb", "Statsrådene sa at de møtes igjen etter sommeren, men ikke sammen med opposisjonen, og at noe mer må til.")]
    [InlineData("da", "Ministrene sagde, at de mødes igen efter sommeren, men ikke sammen med oppositionen, og at der skal noget mere til.")]
    [InlineData("ru", "Министры сказали, что они встретятся снова после лета, но не с оппозицией.")]
    [InlineData("uk", "Міністри сказали, що вони зустрінуться знову після літа, але не з опозицією.")]
    [InlineData("ja", "大臣たちは夏のあとにまた会うと言った。")]
    [InlineData("zh", "部长们说他们夏天之后会再次见面。")]
    [InlineData("ar", "قال الوزراء إنهم سيلتقون مرة أخرى بعد الصيف، ولكن ليس مع المعارضة.")]
    [InlineData("fa", "وزیران گفتند که پس از تابستان دوباره دیدار می کنند، اما نه با مخالفان.")]
    [InlineData("el", "Οι υπουργοί είπαν ότι θα συναντηθούν ξανά.")]
    public void Language_is_told_by_script_and_function_words(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("26.0 + 427 = ?")]
    [InlineData("Nvidia")]
    public void Language_of_next_to_nothing_is_unknown(string text) => Assert.Null(LanguageGuess.Of(text));

    [Fact]
    public void Declared_languages_beyond_the_lists_are_not_known()
    {
        Assert.True(LanguageGuess.Knows("de"));
        Assert.True(LanguageGuess.Knows("ja"));
        Assert.False(LanguageGuess.Knows("eo"));
    }
}
