using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

public class StreamingTests
{
    private const long Gibibyte = 1024 * 1024 * 1024;
    private const long Flat = Gibibyte / 4; // far below what was printed, far above what other tests keep meanwhile

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 3 * Dummy.Limit)]
    public async Task A_gibibyte_passes_through_a_delegate_exactly_and_in_flat_memory()
    {
        using var meter = new Meter();
        var target = PipeTarget.Create(async (stream, cancellation) =>
        {
            var buffer = new byte[65536];
            for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
                meter.Write(buffer, 0, read);
        });

        await (Dummy.Run("spam", "stdout", $"{Gibibyte}") | target).ExecuteAsync(Cancellation);

        meter.AssertSaw(Gibibyte, Flat);
    }

    [Fact(Timeout = 3 * Dummy.Limit)]
    public async Task A_gibibyte_passes_into_a_stream_exactly_and_in_flat_memory()
    {
        using var meter = new Meter();

        await (Dummy.Run("spam", "stdout", $"{Gibibyte}") | meter).ExecuteAsync(Cancellation);

        meter.AssertSaw(Gibibyte, Flat);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Both_outputs_are_drained_at_the_same_time()
    {
        using var output = new Meter();
        using var error = new Meter();

        await (Dummy.Run("spam", "both", $"{Gibibyte / 32}") | (output, error)).ExecuteAsync(Cancellation);

        output.AssertSaw(Gibibyte / 32, Flat);
        error.AssertSaw(Gibibyte / 32, Flat);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task An_output_arrives_while_the_process_runs()
    {
        var lines = new Lines();
        using var forceful = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var execution = (Dummy.Run("sleep", "120") | lines.Target).ExecuteAsync(forceful.Token);

        Assert.Equal("ready", await lines.NextAsync(Cancellation));
        Assert.False(execution.Task.IsCompleted);
        await forceful.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
    }
}
