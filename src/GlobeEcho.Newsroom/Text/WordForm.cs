namespace GlobeEcho.Newsroom.Text;

/// <summary>A word in the form in which words are compared, with what is asked of every word that is read. <see cref="WordForms{TForm}"/> has one of each.</summary>
/// <param name="number">From 0 on, in the order in which the forms were met.</param>
internal abstract class WordForm(int number, string folded)
{
    public int Number { get; } = number;

    public string Folded { get; } = folded;

    public bool IsStop { get; } = Words.IsStop(folded);

    /// <summary>A day, a month or a form of address: its capital shows no name.</summary>
    public bool IsCalendar { get; } = Names.IsCalendar(folded);

    /// <summary>Whether a country's name or capital begins with the word.</summary>
    public bool OpensCountry { get; } = Countries.IsOpening(folded);

    /// <summary>The country whose people the word means; null when it means none.</summary>
    public string? People { get; } = Countries.People(folded);
}
