using System.Diagnostics;
using System.Globalization;

namespace Harness.Tests.Support;

/// <summary>The command as a process of its own, to be sent signals.</summary>
internal sealed class RunningHarness : IAsyncDisposable
{
    private readonly Process process;

    private RunningHarness(Process process) => this.process = process;

    /// <summary>Starts it, and waits until standard error says something, or for nothing.</summary>
    public static async Task<RunningHarness> StartAsync(string folder, string? until, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Harness.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var harness = new RunningHarness(Process.Start(start)!);
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.process.OutputDataReceived += (_, _) => { };
        harness.process.ErrorDataReceived += (_, line) =>
        {
            if (until is not null && line.Data?.Contains(until, StringComparison.Ordinal) == true)
                said.TrySetResult();
        };
        harness.process.BeginOutputReadLine();
        harness.process.BeginErrorReadLine();
        if (until is not null)
        {
            await Task.WhenAny(said.Task, harness.process.WaitForExitAsync(TestContext.Current.CancellationToken));
            Assert.True(said.Task.IsCompleted, $"it ended before it said '{until}'");
        }

        return harness;
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
