using System.ComponentModel;
using System.Diagnostics;

namespace SimpleExec;

/// <summary>A started command: waiting for it, reading it, and killing it when the caller cancels. For one call only.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Process _process;
    private readonly CancellationTokenSource _reading = new();
    private volatile bool _cancelled;

    private RunningCommand(Process process) => _process = process;

    public static RunningCommand Start(ProcessStartInfo start) =>
        new(Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' was not started as a new process."));

    public void Wait(Func<int, bool>? handleExitCode, bool cancellationIgnoresProcessTree, CancellationToken ct)
    {
        using (KillOn(cancellationIgnoresProcessTree, ct))
            _process.WaitForExit();

        if (_cancelled)
            throw new OperationCanceledException(ct);

        if (IsFailure(handleExitCode))
            throw new ExitCodeException(_process.ExitCode);
    }

    public async Task WaitAsync(Func<int, bool>? handleExitCode, bool cancellationIgnoresProcessTree, CancellationToken ct)
    {
        // The token kills the process; the wait itself ends when the process has really gone.
        using (KillOn(cancellationIgnoresProcessTree, ct))
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);

        if (_cancelled)
            throw new TaskCanceledException(null, null, ct);

        if (IsFailure(handleExitCode))
            throw new ExitCodeException(_process.ExitCode);
    }

    public async Task<(string StandardOutput, string StandardError)> ReadAsync(
        string? standardInput, Func<int, bool>? handleExitCode, bool cancellationIgnoresProcessTree, CancellationToken ct)
    {
        var texts = new[] { "", "" };
        try
        {
            using var kill = KillOn(cancellationIgnoresProcessTree, ct);

            // All three streams at once: a full pipe in one direction must not block another.
            var readers = new[] { _process.StandardOutput, _process.StandardError };
            var reads = readers.Select(reader => reader.ReadToEndAsync(_reading.Token)).ToList();
            await FeedAsync(standardInput).ConfigureAwait(false);
            texts = await Task.WhenAll(reads).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancelled)
        {
            // Told to the caller below, with the caller's own token and once the process has gone.
        }

        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        if (_cancelled)
            throw new TaskCanceledException(null, null, ct);

        return IsFailure(handleExitCode)
            ? throw new ExitCodeReadException(_process.ExitCode, texts[0], texts[1])
            : (texts[0], texts[1]);
    }

    public void Dispose()
    {
        _process.Dispose();
        _reading.Dispose();
    }

    private async Task FeedAsync(string? standardInput)
    {
        try
        {
            await using var input = _process.StandardInput.ConfigureAwait(false);
            await _process.StandardInput.WriteAsync(standardInput).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The command ended, or closed its input, without reading all of it: its exit code says whether that is bad.
        }
    }

    private bool IsFailure(Func<int, bool>? handleExitCode) =>
        handleExitCode?.Invoke(_process.ExitCode) is not true && _process.ExitCode != 0;

    private CancellationTokenRegistration KillOn(bool cancellationIgnoresProcessTree, CancellationToken ct) => ct.Register(() =>
    {
        _cancelled = true;
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: !cancellationIgnoresProcessTree);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Thrown from here it would surface in the canceller's code, where nobody expects it.
            Console.Error.WriteLine($"SimpleExec: could not kill '{_process.StartInfo.FileName}': {e.Message}");
        }

        // Only now, and not through the caller's token: a surviving child of the command may hold the pipes open.
        _reading.Cancel();
    });
}
