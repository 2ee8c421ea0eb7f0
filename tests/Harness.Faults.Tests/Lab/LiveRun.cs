using Harness.Evidence;
using Harness.Running;

namespace Harness.Faults.Tests.Lab;

/// <summary>A run while it runs, as somebody outside sees it.</summary>
public sealed class LiveRun(SuiteBench bench, CancellationTokenSource interrupt) : IRunProgress
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>The suite's own files and what was written so far.</summary>
    public SuiteBench Bench => bench;

    /// <summary>The container's id, once the journal has it.</summary>
    public string Container => JournalReader.Read(bench.In("out", bench.Suite, "journal.jsonl")).Entries
        .First(entry => entry.Kind == JournalKind.ContainerCreated).Container!;

    public void Report(RunEvent runEvent)
    {
    }

    /// <summary>Waits until a step has printed a text.</summary>
    public async Task PrintedAsync(string text)
    {
        while (!Logs().Any(log => Read(log).Contains(text, StringComparison.Ordinal)))
            await Task.Delay(Look, TestContext.Current.CancellationToken);
    }

    /// <summary>The process id, on this machine, of a process in the container whose command line has a text.</summary>
    public async Task<string> HostPidAsync(string text)
    {
        var lines = (await LabEngine.DockerAsync("top", Container, "-eo", "pid,args")).Split('\n').Skip(1);
        return lines.First(line => line.Contains(text, StringComparison.Ordinal)).Trim().Split(' ')[0];
    }

    /// <summary>Asks the run to stop, as a signal to the tool does.</summary>
    public Task InterruptAsync() => interrupt.CancelAsync();

    private IEnumerable<string> Logs()
    {
        var folder = bench.In("out", bench.Suite, "run-1", "attempt-1");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.log") : [];
    }

    private static string Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
