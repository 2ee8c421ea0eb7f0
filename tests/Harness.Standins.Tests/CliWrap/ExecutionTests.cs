using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Harness.Standins.Tests.CliWrap;

public class ExecutionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_command_reports_its_exit_code_and_times()
    {
        var before = DateTimeOffset.Now;

        var result = await Dummy.Run("sleep", "1").WithStandardOutputPipe(PipeTarget.ToStream(Stream.Null)).ExecuteAsync(Cancellation);

        Assert.Equal(0, result.ExitCode);
        Assert.True(result.IsSuccess);
        Assert.True(result);
        Assert.True(result.StartTime >= before.AddSeconds(-1));
        Assert.Equal(result.ExitTime - result.StartTime, result.RunTime);
        Assert.InRange(result.RunTime, TimeSpan.FromSeconds(0.9), TimeSpan.FromMilliseconds(Dummy.Limit));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_id_of_the_process_is_known_while_it_runs()
    {
        var lines = new Lines();

        var execution = (Dummy.Run("child-tree", "0") | lines.Target).ExecuteAsync(Cancellation);
        var processId = await lines.NextNumberAsync(Cancellation);

        Assert.Equal(processId, execution.ProcessId);
        Processes.End(processId);
        await Assert.ThrowsAsync<CommandExecutionException>(() => execution);
    }

    [Fact]
    public void A_missing_file_fails_at_once_and_is_named()
    {
        var command = Cli.Wrap("/nowhere/such-a-tool");

        var exception = Assert.Throws<Win32Exception>(() => { _ = command.ExecuteAsync(Cancellation); });

        Assert.Contains("/nowhere/such-a-tool", exception.Message, StringComparison.Ordinal);
        Assert.IsType<Win32Exception>(exception.InnerException);
    }

    [Fact]
    public void A_missing_working_directory_fails_at_once()
    {
        var command = Dummy.Run("exit", "0").WithWorkingDirectory("/nowhere/at/all");

        var exception = Assert.Throws<Win32Exception>(() => { _ = command.ExecuteBufferedAsync(Cancellation); });

        Assert.Contains("working directory", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Validation_refuses_a_non_zero_exit_code_and_says_how_to_allow_it()
    {
        var execution = Dummy.Run("exit", "7").ExecuteAsync(Cancellation);

        var exception = await Assert.ThrowsAsync<CommandExecutionException>(() => execution);

        Assert.Equal(7, exception.ExitCode);
        Assert.Equal(Dummy.Path, exception.Command.TargetFilePath);
        Assert.IsAssignableFrom<CliWrapException>(exception);
        Assert.Contains($"{Path.GetFileName(Dummy.Path)}#{execution.ProcessId}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("7", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{Dummy.Path} exit 7", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WithValidation(CommandResultValidation.None)", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Without_validation_every_exit_code_is_a_result()
    {
        var result = await Dummy.Run("exit", "7").WithValidation(CommandResultValidation.None).ExecuteAsync(Cancellation);

        Assert.Equal(7, (int)result);
        Assert.False(result.IsSuccess);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_process_ended_by_a_signal_reports_128_and_the_number_of_the_signal()
    {
        var result = await Dummy.Run("kill-self").WithValidation(CommandResultValidation.None).ExecuteAsync(Cancellation);

        Assert.Equal(128 + 9, result.ExitCode);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_process_can_be_configured_directly()
    {
        var processId = 0;

        var execution = Dummy.Run("exit", "0").ExecuteAsync(
            configureStartInfo: null,
            process => processId = process.Id,
            Cancellation,
            CancellationToken.None);
        await execution;

        Assert.Equal(execution.ProcessId, processId);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_start_can_be_configured_directly()
    {
        var result = await Dummy.Run("exit", "0")
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(start => start.Arguments = "exit 3", forcefulCancellationToken: Cancellation);

        Assert.Equal(3, result.ExitCode);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task One_command_can_be_executed_several_times_at_once()
    {
        var command = Dummy.Run("echo", "stdout", "hello");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await command.ExecuteBufferedAsync(Cancellation)));

        Assert.All(results, result => Assert.Equal("hello", result.StandardOutput.Trim()));
    }
}
