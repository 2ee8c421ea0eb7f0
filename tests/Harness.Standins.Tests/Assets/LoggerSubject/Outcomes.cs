namespace LoggerSubject;

public sealed class Outcomes(ITestOutputHelper output)
{
    [Fact]
    [Trait("category", "fast")]
    public void Passes() => output.WriteLine("printed \u0002 😀");

    [Fact]
    public void Fails() => Assert.Fail("a < b & \"c\" \u0001 \ud800");

    [Fact(Skip = "not today")]
    public void Is_skipped() => Assert.Fail("never runs");

    [Theory]
    [InlineData(1, "a.b")]
    [InlineData(2, "c")]
    public void Takes(int number, string text)
    {
        Assert.True(number > 0);
        Assert.NotEmpty(text);
    }

    [Fact]
    public void Attaches() => TestContext.Current.AddAttachment("note.txt", "attached text");

    public sealed class Nested
    {
        [Fact]
        public void Passes() => Assert.True(true);
    }
}
