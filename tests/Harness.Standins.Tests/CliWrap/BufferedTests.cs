using System.Text;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Harness.Standins.Tests.CliWrap;

public class BufferedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Dummy.Limit)]
    public async Task Both_outputs_are_kept_apart()
    {
        var result = await Dummy.Run("lines", "2").ExecuteBufferedAsync(Cancellation);

        Assert.Equal($"out 1{Environment.NewLine}out 2{Environment.NewLine}", result.StandardOutput);
        Assert.Equal($"err 1{Environment.NewLine}err 2{Environment.NewLine}", result.StandardError);
        Assert.Equal(result.StandardOutput, result);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_result_comes_apart_into_exit_code_and_outputs()
    {
        var (exitCode, standardOutput, standardError) = await Dummy.Run("exit", "3", "no", "luck")
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Cancellation);

        Assert.Equal(3, exitCode);
        Assert.Equal("", standardOutput);
        Assert.Equal("no luck", standardError.Trim());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Each_output_is_decoded_as_asked()
    {
        var source = Encoding.Latin1.GetBytes("größe") | Dummy.Run("read-stdin");

        var one = await source.ExecuteBufferedAsync(Encoding.Latin1, Cancellation);
        var two = await source.ExecuteBufferedAsync(Encoding.Latin1, Encoding.UTF8, Cancellation);

        Assert.Equal("größe", one.StandardOutput);
        Assert.Equal("größe", two.StandardOutput);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Pipes_that_were_configured_before_still_receive_the_outputs()
    {
        var output = new StringBuilder();
        var error = new StringBuilder();

        var result = await (Dummy.Run("lines", "2") | (output, error)).ExecuteBufferedAsync(Cancellation);

        Assert.Equal(result.StandardOutput, output.ToString());
        Assert.Equal(result.StandardError, error.ToString());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_refused_exit_code_comes_with_what_the_process_complained_about()
    {
        var command = Dummy.Run("exit", "3", "no", "luck");

        var exception = await Assert.ThrowsAsync<CommandExecutionException>(() => command.ExecuteBufferedAsync(Cancellation));

        Assert.Equal(3, exception.ExitCode);
        Assert.Contains("no luck", exception.Message, StringComparison.Ordinal);
        var inner = Assert.IsType<CommandExecutionException>(exception.InnerException);
        Assert.Contains("exit 3 no luck", inner.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_graceful_cancellation_is_passed_on()
    {
        var lines = new Lines();
        using var graceful = new CancellationTokenSource();

        var execution = (Dummy.Run("trap-signals", "0") | lines.Target)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, Cancellation, graceful.Token);
        await lines.NextAsync(Cancellation);
        await graceful.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);

        Assert.Equal(graceful.Token, exception.CancellationToken);
        Assert.Equal("interrupted", await lines.NextAsync(Cancellation));
    }
}
