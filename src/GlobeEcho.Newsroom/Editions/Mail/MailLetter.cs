namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>What is sent: the same words as text and as markup.</summary>
/// <param name="Name">Of what it brings, the same at every try: "2024-05-24/morning".</param>
/// <param name="Paper">The paper's name.</param>
/// <param name="Home">The paper's address.</param>
public sealed record MailLetter(string Name, string Subject, string Text, string Html, string Paper, Uri Home);
