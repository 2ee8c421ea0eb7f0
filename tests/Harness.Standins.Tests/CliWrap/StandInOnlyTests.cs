#if STAND_INS
using System.Text;
using CliWrap;
using CliWrap.EventStream;

namespace Harness.Standins.Tests.CliWrap;

/// <summary>Where the stand-in is better behaved than the published package. The product must not depend on any of it.</summary>
public sealed class StandInOnlyTests : IDisposable
{
    private readonly CancellationTokenSource _forceful = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
    private readonly CancellationTokenSource _graceful = new();
    private readonly Lines _lines = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _forceful.Dispose();
        _graceful.Dispose();
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task An_output_that_goes_nowhere_is_drained_and_not_closed()
    {
        var result = await Dummy.Run("late-spam", "300", "both", "1000000")
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(Cancellation);

        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_target_that_fails_ends_the_process()
    {
        var execution = (Dummy.Run("sleep", "120") | (_ => throw new InvalidDataException("No room."))).ExecuteAsync(Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => execution);

        Assert.True(await Processes.IsGoneAsync(execution.ProcessId, Cancellation));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_cancellation_that_only_a_target_knows_of_is_not_taken_for_success()
    {
        var command = Dummy.Run("echo", "stdout", "hello") | (_ => throw new OperationCanceledException());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteAsync(CancellationToken.None));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_target_that_blocks_does_not_block_the_caller()
    {
        using var opened = new ManualResetEventSlim();
        var target = PipeTarget.Create(stream =>
        {
            opened.Wait(Cancellation);
            stream.CopyTo(Stream.Null);
        });

        var execution = (Dummy.Run("echo", "stdout", "hello") | target).ExecuteAsync(Cancellation);
        opened.Set();

        Assert.Equal(0, (await execution).ExitCode);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_source_that_blocks_does_not_keep_the_outputs_from_being_drained()
    {
        using var output = new Meter();
        var bytes = Patterns.Create(1_000_000);

        await (PipeSource.Create(stream => stream.Write(bytes)) | Dummy.Run("read-stdin") | output).ExecuteAsync(Cancellation);

        output.AssertSaw(bytes.Length, long.MaxValue);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_graceful_cancellation_lets_go_of_an_output_that_another_process_keeps_open()
    {
        var execution = (Dummy.Run("leave-behind", "120") | _lines.Target).ExecuteAsync(_forceful.Token, _graceful.Token);
        var leftBehind = await _lines.NextNumberAsync(Cancellation);
        try
        {
            Assert.True(await Processes.IsGoneAsync(execution.ProcessId, Cancellation));

            await _graceful.CancelAsync();

            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
            Assert.Equal(_graceful.Token, exception.CancellationToken);
        }
        finally
        {
            Processes.End(leftBehind);
        }
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_forceful_cancellation_lets_go_even_of_pipes_that_block()
    {
        // The process that is left behind holds all three streams: it reads nothing, writes nothing, and closes none.
        var input = PipeSource.Create(stream => stream.Write(new byte[1_000_000]));
        var error = PipeTarget.Create(stream => stream.CopyTo(Stream.Null));

        var execution = (input | Dummy.Run("leave-behind", "120") | (_lines.Target, error)).ExecuteAsync(_forceful.Token);
        var leftBehind = await _lines.NextNumberAsync(Cancellation);
        try
        {
            Assert.True(await Processes.IsGoneAsync(execution.ProcessId, Cancellation));

            await _forceful.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
            Assert.True(Processes.IsRunning(leftBehind));
        }
        finally
        {
            Processes.End(leftBehind);
        }
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Leaving_an_event_stream_early_ends_the_process()
    {
        var processId = 0;

        await foreach (var commandEvent in Dummy.Run("sleep", "120").ListenAsync(Cancellation))
            if (commandEvent is StartedCommandEvent started)
                processId = started.ProcessId;
            else
                break;

        Assert.False(Processes.IsRunning(processId));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_merged_target_that_has_read_enough_does_not_hold_up_the_others()
    {
        using var everything = new Meter();
        var firstByte = PipeTarget.Create(async (stream, cancellation) => await stream.ReadExactlyAsync(new byte[1], cancellation));
        var merged = PipeTarget.Merge(firstByte, PipeTarget.ToStream(everything));

        await (Dummy.Run("spam", "stdout", "10000000") | merged).ExecuteAsync(Cancellation);

        everything.AssertSaw(10_000_000, long.MaxValue);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Both_outputs_may_go_into_one_string_builder()
    {
        var text = new StringBuilder();

        await (Dummy.Run("lines", "5000") | (text, text)).ExecuteAsync(Cancellation);

        var numbers = Enumerable.Range(1, 5000).Sum(number => $"{number}".Length);
        Assert.Equal(2 * (numbers + (5000 * $"out {Environment.NewLine}".Length)), text.Length);
    }
}
#endif
