using System.Text.RegularExpressions;
using Harness.Suites;

namespace Harness.Tests.Suites;

public class OutputPatternTests
{
    [Theory]
    [InlineData("passed")]
    [InlineData("^Hello, .*!$")]
    [InlineData("a|b+?")]
    [InlineData(@"\p{L}+\d")]
    [InlineData("(?i)passed")]
    [InlineData("(?:a|b)*")]
    [InlineData("a{2,3}")]
    [InlineData("(")]
    [InlineData("[b-a]")]
    [InlineData(@"trailing\")]
    [InlineData("*")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    [InlineData("(?>a)")]
    [InlineData(@"(a)\1")]
    [InlineData(@"(?<n>a)\k<n>")]
    [InlineData(@"\Ga")]
    [InlineData("(a{1000}){1000}")]
    public void A_pattern_is_refused_when_read_as_it_would_be_when_matched(string pattern) =>
        Assert.Equal(Refusal(() => OutputPattern.Create(pattern)), Refusal(() => OutputPattern.Check(pattern)));

    private static Type? Refusal(Action action) => Record.Exception(action) is { } exception
        ? exception is RegexParseException or NotSupportedException ? exception.GetType() : throw exception
        : null;
}
