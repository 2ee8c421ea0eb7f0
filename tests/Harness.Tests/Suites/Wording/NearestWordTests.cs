using Harness.Suites.Wording;

namespace Harness.Tests.Suites.Wording;

public sealed class NearestWordTests
{
    private static readonly string[] Known = ["memory", "cpus", "shared-memory", "build-constraints", "run", "runs", "timeouts"];

    [Theory]
    [InlineData("memry", "memory")]
    [InlineData("memroy", "memory")]
    [InlineData("Memory", "memory")]
    [InlineData("build_constraints", "build-constraints")]
    [InlineData("buildConstraints", "build-constraints")]
    [InlineData("build-constrains", "build-constraints")]
    [InlineData("timeout", "timeouts")]
    [InlineData("rnu", "run")]
    [InlineData("ru", "run")]
    public void A_slip_finds_the_word_that_was_meant(string word, string meant) => Assert.Equal(meant, NearestWord.Find(word, Known));

    [Theory]
    [InlineData("lnit", "lint")] // a swap, as near as one wrong letter
    [InlineData("inti", "init")]
    public void Of_two_as_near_the_one_that_begins_alike_is_meant(string word, string meant) => Assert.Equal(meant, NearestWord.Find(word, ["init", "lint"]));

    [Theory]
    [InlineData("memory", "'memory-limit', 'memory-host' or 'memory-low'")]
    [InlineData("memory_h", "'memory-host'")]
    [InlineData("memory-lo", "'memory-low'")]
    [InlineData("memroy-host", "'memory-host'")]
    [InlineData("m", null)]
    public void All_that_begin_with_it_may_be_meant(string word, string? meant) =>
        Assert.Equal(meant, NearestWord.Meant(word, ["memory-limit", "memory-host", "disk-full", "memory-low"], "'"));

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("volumes")]
    [InlineData("a-very-long-key-that-nobody-could-have-meant")]
    public void Nothing_near_finds_nothing(string word) => Assert.Null(NearestWord.Find(word, Known));

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "xabc", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Slips_are_letters_left_out_added_changed_or_swapped(string left, string right, int slips)
    {
        Assert.Equal(slips, NearestWord.Distance(left, right));
        Assert.Equal(slips, NearestWord.Distance(right, left));
    }
}
