using CliWrap;
using CliWrap.Buffered;

namespace Harness.Standins.Tests.CliWrap;

public sealed class CancellationTests : IDisposable
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
    public async Task A_forceful_cancellation_kills_the_process_and_its_descendants()
    {
        var execution = Start("child-tree", "2");
        int[] family =
        [
            await _lines.NextNumberAsync(Cancellation),
            await _lines.NextNumberAsync(Cancellation),
            await _lines.NextNumberAsync(Cancellation),
        ];

        await _forceful.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);

        Assert.Equal(_forceful.Token, exception.CancellationToken);
        Assert.Contains("forcefully terminated", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"#{execution.ProcessId}", exception.Message, StringComparison.Ordinal);
        foreach (var member in family)
            Assert.True(await Processes.IsGoneAsync(member, Cancellation));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_graceful_cancellation_interrupts_the_process_and_lets_it_finish()
    {
        var execution = Start("trap-signals", "0");
        await _lines.NextAsync(Cancellation);

        await _graceful.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);

        Assert.Equal("interrupted", await _lines.NextAsync(Cancellation));
        Assert.Equal(_graceful.Token, exception.CancellationToken);
        Assert.Contains("gracefully terminated", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_graceful_cancellation_outranks_a_refused_exit_code()
    {
        var execution = Start("trap-signals", "5");
        await _lines.NextAsync(Cancellation);

        await _graceful.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_process_that_ignores_the_interrupt_runs_on_until_it_is_killed()
    {
        var execution = Start("ignore-signals");
        await _lines.NextAsync(Cancellation);

        await _graceful.CancelAsync();
        Assert.Equal("ignored", await _lines.NextAsync(Cancellation));
        Assert.False(execution.Task.IsCompleted);
        await _forceful.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);

        Assert.Equal(_forceful.Token, exception.CancellationToken);
        Assert.Contains("forcefully terminated", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_single_token_is_the_forceful_one()
    {
        var execution = (Dummy.Run("ignore-signals") | _lines.Target).ExecuteAsync(_forceful.Token);
        await _lines.NextAsync(Cancellation);

        await _forceful.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);

        Assert.Contains("forcefully terminated", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_token_that_is_cancelled_already_is_reported_by_the_task_and_not_by_the_call()
    {
        await _forceful.CancelAsync();

        var execution = Start("sleep", "120");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
        Assert.True(await Processes.IsGoneAsync(execution.ProcessId, Cancellation));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_buffered_execution_can_be_cancelled()
    {
        var execution = (Dummy.Run("sleep", "120") | _lines.Target).ExecuteBufferedAsync(_forceful.Token);
        await _lines.NextAsync(Cancellation);

        await _forceful.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task An_output_that_another_process_keeps_open_is_read_to_its_end()
    {
        var execution = Start("leave-behind", "2");

        await execution;

        Assert.Equal(3, await CountLinesAsync("awake"));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_forceful_cancellation_lets_go_of_an_output_that_another_process_keeps_open()
    {
        var execution = Start("leave-behind", "120");
        var leftBehind = await _lines.NextNumberAsync(Cancellation);
        try
        {
            Assert.True(await Processes.IsGoneAsync(execution.ProcessId, Cancellation));
            Assert.False(execution.Task.IsCompleted);

            await _forceful.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
        }
        finally
        {
            Processes.End(leftBehind);
        }
    }

    private CommandTask<CommandResult> Start(params string[] arguments) =>
        (Dummy.Run(arguments) | _lines.Target).ExecuteAsync(_forceful.Token, _graceful.Token);

    private async Task<int> CountLinesAsync(string last)
    {
        var count = 1;
        while (await _lines.NextAsync(Cancellation) != last)
            count++;

        return count;
    }
}
