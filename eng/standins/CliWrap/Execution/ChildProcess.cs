using System.ComponentModel;
using System.Diagnostics;

namespace CliWrap.Execution;

/// <summary>A started process: its streams, its end, and the two ways to bring that about.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly DateTimeOffset _startTime = DateTimeOffset.Now;
    private readonly long _startTimestamp = Stopwatch.GetTimestamp();

    private ChildProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        Name = $"{Path.GetFileName(process.StartInfo.FileName)}#{Id}";

        // The raw streams: decoding is the business of the pipe targets. What the caller unredirected reads as empty.
        StandardInput = process.StartInfo.RedirectStandardInput ? process.StandardInput.BaseStream : Stream.Null;
        StandardOutput = process.StartInfo.RedirectStandardOutput ? process.StandardOutput.BaseStream : Stream.Null;
        StandardError = process.StartInfo.RedirectStandardError ? process.StandardError.BaseStream : Stream.Null;
    }

    public int Id { get; }

    /// <summary>File and id, for messages.</summary>
    public string Name { get; }

    public Stream StandardInput { get; }

    public Stream StandardOutput { get; }

    public Stream StandardError { get; }

    /// <summary>Why the last attempt to kill failed, if it did.</summary>
    public Exception? KillFailure { get; private set; }

    public static ChildProcess Start(ProcessStartInfo startInfo, Action<Process>? configure)
    {
        var process = new Process { StartInfo = startInfo };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            process.Dispose();
            throw new Win32Exception(
                $"Cannot start '{startInfo.FileName}' in '{startInfo.WorkingDirectory}': the file or the working directory does not exist, "
                + $"or the file may not be executed. {exception.Message}",
                exception);
        }

        var child = new ChildProcess(process);
        try
        {
            configure?.Invoke(process);
            return child;
        }
        catch
        {
            child.Kill();
            child.StandardInput.Dispose();
            child.StandardOutput.Dispose();
            child.StandardError.Dispose();
            child.Dispose();
            throw;
        }
    }

    public async Task<CommandResult> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);

        // Measured rather than read from the clock, which can be set back meanwhile.
        return new CommandResult(_process.ExitCode, _startTime, _startTime + Stopwatch.GetElapsedTime(_startTimestamp));
    }

    /// <summary>Asks the process to end, as Ctrl+C would; kills it where there is no way to ask.</summary>
    public void Interrupt()
    {
        // An id that is free again may soon be another process's.
        if (_process.HasExited)
            return;

        if (OperatingSystem.IsWindows() || !UnixSignals.TryInterrupt(Id))
            Kill();
    }

    /// <summary>Kills the process and its descendants. Never throws, as cancellation callbacks must not.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is Win32Exception or AggregateException or InvalidOperationException)
        {
            KillFailure = exception;
        }
    }

    /// <summary>Lets go of the process but not of its streams: those are closed by whoever uses them.</summary>
    public void Dispose() => _process.Dispose();
}
