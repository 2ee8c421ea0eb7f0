using System.Text;
using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

public class MergeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_merges_into_nothing()
    {
        PipeTarget[] nothing = [];

        Assert.Same(PipeTarget.Null, PipeTarget.Merge(nothing));
        Assert.Same(PipeTarget.Null, PipeTarget.Merge(PipeTarget.Null, PipeTarget.Null));
    }

    [Fact]
    public void One_target_stays_what_it_is()
    {
        var target = PipeTarget.ToStream(Stream.Null);

        Assert.Same(target, PipeTarget.Merge(PipeTarget.Null, target));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Every_target_receives_everything()
    {
        const int length = 4 * 1024 * 1024;
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        var text = new StringBuilder();
        var merged = PipeTarget.Merge(
            PipeTarget.Merge(PipeTarget.ToStream(first), PipeTarget.ToStream(second)),
            PipeTarget.ToStringBuilder(text, Encoding.Latin1));

        await (Dummy.Run("spam", "stdout", $"{length}") | merged).ExecuteAsync(Cancellation);

        var expected = Patterns.Create(length);
        Assert.True(expected.AsSpan().SequenceEqual(first.ToArray()));
        Assert.True(expected.AsSpan().SequenceEqual(second.ToArray()));
        Assert.True(expected.AsSpan().SequenceEqual(Encoding.Latin1.GetBytes(text.ToString())));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_failure_of_one_target_reaches_the_caller()
    {
        var merged = PipeTarget.Merge(
            PipeTarget.ToStream(Stream.Null),
            PipeTarget.ToDelegate(_ => throw new InvalidDataException("No room.")));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(
            () => (Dummy.Run("lines", "1000") | (merged, PipeTarget.ToStream(Stream.Null))).ExecuteAsync(Cancellation));

        Assert.Equal("No room.", exception.Message);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_cancellation_ends_every_target()
    {
        var lines = new Lines();
        using var forceful = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var merged = PipeTarget.Merge(lines.Target, PipeTarget.ToStream(Stream.Null));

        var execution = (Dummy.Run("sleep", "120") | merged).ExecuteAsync(forceful.Token);
        await lines.NextAsync(Cancellation);
        await forceful.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
    }
}
