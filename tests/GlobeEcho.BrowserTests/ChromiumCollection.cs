namespace GlobeEcho.BrowserTests;

[CollectionDefinition(nameof(ChromiumRoom))]
public sealed class ChromiumCollection : ICollectionFixture<ChromiumRoom>;
