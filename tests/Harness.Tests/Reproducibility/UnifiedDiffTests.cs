using System.Diagnostics;
using Harness.Reproducibility;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility;

public sealed class UnifiedDiffTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Equal_texts_have_no_diff() => Assert.Equal("", UnifiedDiff.Of("a", "b", ["x", "y"], ["x", "y"]));

    [Fact]
    public void A_changed_line_is_shown_with_its_context() => Assert.Equal(
        """
        --- run-1/freeze
        +++ run-2/freeze
        @@ -2,7 +2,7 @@
         b
         c
         d
        -e
        +E
         f
         g
         h

        """,
        UnifiedDiff.Of("run-1/freeze", "run-2/freeze", Letters("abcdefghijk"), Letters("abcdEfghijk")));

    [Fact]
    public void Changes_that_are_far_apart_have_hunks_of_their_own() => Assert.Equal(
        """
        --- a
        +++ b
        @@ -1,4 +1,3 @@
        -a
         b
         c
         d
        @@ -8,3 +7,4 @@
         h
         i
         j
        +k

        """,
        UnifiedDiff.Of("a", "b", Letters("abcdefghij"), Letters("bcdefghijk")));

    [Fact]
    public void Something_from_nothing_starts_at_line_zero() =>
        Assert.Equal("--- a\n+++ b\n@@ -0,0 +1,2 @@\n+x\n+y\n", UnifiedDiff.Of("a", "b", [], ["x", "y"]));

    [Fact]
    public void The_diff_is_as_short_as_can_be()
    {
        // The example of the paper: five edits.
        var diff = UnifiedDiff.Of("a", "b", Letters("abcabba"), Letters("cbabac"));

        Assert.Equal(5, diff.Split('\n').Skip(3).Count(line => line.StartsWith('+') || line.StartsWith('-')));
    }

    [Fact]
    public void A_long_diff_breaks_off_and_says_so()
    {
        var diff = UnifiedDiff.Of("a", "b", [], [.. Enumerable.Range(0, 100).Select(number => $"{number}")], mostLines: 10);

        Assert.Equal(3 + 10 + 1, diff.TrimEnd().Split('\n').Length);
        Assert.EndsWith("+9\n\\ The diff is longer; what follows is left out.\n", diff, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Texts_without_anything_in_common_take_no_long_time_and_no_much_memory()
    {
        var left = Enumerable.Range(0, 100_000).Select(number => $"left {number}").ToArray();
        var right = Enumerable.Range(0, 100_000).Select(number => $"right {number}").ToArray();

        var diff = await Task.Run(() => UnifiedDiff.Of("a", "b", left, right, mostLines: 1_000_000), TestContext.Current.CancellationToken);

        Assert.Equal(3 + 200_000 + 1, diff.Split('\n').Length);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Git_makes_the_second_text_from_the_first(int seed)
    {
        var random = new Random(seed);
        string[] Text() => [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => $"line {random.Next(12)}")];
        var (left, right) = (Text(), Text());
        scratch.Write("text", string.Concat(left.Select(line => line + "\n")));
        scratch.Write("diff", UnifiedDiff.Of("a/text", "b/text", left, right));

        using var git = Process.Start(new ProcessStartInfo("git", ["apply", "diff"]) { WorkingDirectory = scratch.Path })!;
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, git.ExitCode);
        Assert.Equal(right, File.ReadAllLines(scratch.In("text")));
    }

    private static string[] Letters(string letters) => [.. letters.Select(letter => letter.ToString())];
}
