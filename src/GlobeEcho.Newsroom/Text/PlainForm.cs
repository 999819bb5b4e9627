namespace GlobeEcho.Newsroom.Text;

/// <summary>A word form of which no room knows more.</summary>
internal sealed class PlainForm(int number, string folded) : WordForm(number, folded)
{
    /// <summary>The words of a text, each with its form.</summary>
    public static List<Names.Word> Read(string text, int most = int.MaxValue)
    {
        var forms = new WordForms<PlainForm>((number, folded) => new PlainForm(number, folded));
        var words = new List<Names.Word>();
        for (var from = 0; words.Count < most && Words.Next(text, ref from) is { } span;)
        {
            // A mark that stands alone folds to nothing.
            if (forms.Of(span.In(text)) is { Folded.Length: > 0 } form)
                words.Add(new Names.Word(span, form));
        }

        return words;
    }
}
