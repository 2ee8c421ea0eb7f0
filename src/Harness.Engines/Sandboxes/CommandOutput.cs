using System.Buffers;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// Takes the output of one command: keeps both streams, shows it to the observer, and notices a flood. It never stops
/// taking, so that nothing inside ever blocks on a full pipe.
/// </summary>
internal sealed class CommandOutput : IOutputSink, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _flooded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BoundedCapture _standardOutput;
    private readonly BoundedCapture _standardError;
    private readonly SandboxCommand _command;
    private readonly SerialObserver _observer;
    private readonly Action _ended;
    private readonly ArrayBufferWriter<byte> _filtered = new();
    private readonly IOutputFilter? _standardOutputFilter;
    private readonly IOutputFilter? _standardErrorFilter;
    private readonly TimeProvider _time;
    private IOException? _fault;
    private long _heardAt;
    private bool _closed;

    /// <param name="command">The command.</param>
    /// <param name="observer">Sees what it prints.</param>
    /// <param name="time">Tells how long it has been silent.</param>
    /// <param name="ended">Called when both streams have ended.</param>
    public CommandOutput(SandboxCommand command, SerialObserver observer, TimeProvider time, Action ended)
    {
        (_command, _observer, _time, _heardAt, _ended) = (command, observer, time, time.GetTimestamp(), ended);
        (_standardOutputFilter, _standardErrorFilter) = (command.Filter?.Invoke(), command.Filter?.Invoke());
        _standardOutput = new BoundedCapture(command.StandardOutputPath, command.KeepBytes);
        try
        {
            _standardError = new BoundedCapture(command.StandardErrorPath, command.KeepBytes);
        }
        catch
        {
            _standardOutput.Dispose();
            throw;
        }
    }

    /// <summary>Ends when more was printed than allowed.</summary>
    public Task Flooded => _flooded.Task;

    /// <summary>When something was heard last, as a timestamp of the clock.</summary>
    public long HeardAt => Volatile.Read(ref _heardAt);

    /// <summary>The engine's id of the exec; null while there is none.</summary>
    public string? ExecId { get; private set; }

    public void Identify(string execId) => ExecId = execId;

    public void End() => _ended();

    public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        Volatile.Write(ref _heardAt, _time.GetTimestamp());
        lock (_gate)
        {
            if (_closed)
                return; // An exec that nobody waits for any more.
            try
            {
                if ((stream == OutputStream.StandardOutput ? _standardOutputFilter : _standardErrorFilter) is { } filter)
                {
                    _filtered.ResetWrittenCount();
                    filter.Write(bytes, _filtered);
                    bytes = _filtered.WrittenSpan;
                }

                Capture(stream).Write(bytes);
            }
            catch (IOException e)
            {
                _fault ??= e; // Thrown when the command has ended: here it would look like a broken connection.
            }

            if (_standardOutput.TotalBytes + _standardError.TotalBytes > _command.AbortBytes)
                _flooded.TrySetResult();
            _observer.Output(_command.Name, stream, bytes);
        }
    }

    /// <summary>Closes both files.</summary>
    /// <param name="discard">Whether what came was not the program's.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    public (CapturedStream StandardOutput, CapturedStream StandardError) Complete(bool discard)
    {
        lock (_gate)
        {
            _closed = true;
            Flush(OutputStream.StandardOutput, _standardOutputFilter);
            Flush(OutputStream.StandardError, _standardErrorFilter);
            if (_fault is { } fault)
                throw new IOException($"The output of '{_command.Name}' could not be kept: {fault.Message}", fault);
            if (discard)
            {
                _standardOutput.Clear();
                _standardError.Clear();
            }

            return (_standardOutput.Complete(), _standardError.Complete());
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _standardOutput.Dispose();
            _standardError.Dispose();
        }
    }

    private BoundedCapture Capture(OutputStream stream) => stream == OutputStream.StandardOutput ? _standardOutput : _standardError;

    private void Flush(OutputStream stream, IOutputFilter? filter)
    {
        _filtered.ResetWrittenCount();
        filter?.Complete(_filtered);
        Capture(stream).Write(_filtered.WrittenSpan);
    }
}
