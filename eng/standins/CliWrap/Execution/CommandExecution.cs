using System.Runtime.ExceptionServices;
using CliWrap.Exceptions;

namespace CliWrap.Execution;

/// <summary>One run of a command: feeds and drains the process until it has exited, then says how it ended.</summary>
internal sealed class CommandExecution : IDisposable
{
    /// <summary>How long a killed process has to disappear, and after a cancellation a pipe that somebody else keeps open.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Command _command;
    private readonly ChildProcess _process;
    private readonly CancellationToken _forceful;
    private readonly CancellationToken _graceful;
    private readonly CancellationTokenSource _deadline = new();
    private ExceptionDispatchInfo? _pipeFailure;

    private CommandExecution(Command command, ChildProcess process, CancellationToken forceful, CancellationToken graceful)
    {
        _command = command;
        _process = process;
        _forceful = forceful;
        _graceful = graceful;
    }

    public static async Task<CommandResult> RunAsync(
        Command command,
        ChildProcess process,
        CancellationToken forceful,
        CancellationToken graceful)
    {
        using var execution = new CommandExecution(command, process, forceful, graceful);
        return await execution.RunAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        _process.Dispose();
        _deadline.Dispose();
    }

    private async Task<CommandResult> RunAsync()
    {
        using var input = CancellationTokenSource.CreateLinkedTokenSource(_forceful);
        using var outputs = CancellationTokenSource.CreateLinkedTokenSource(_forceful, _deadline.Token);

        await using var killing = _forceful.Register(Kill).ConfigureAwait(false);
        await using var interrupting = _graceful.Register(_process.Interrupt).ConfigureAwait(false);

        var piping = Task.WhenAll(
            PipeAsync(FeedAsync(input.Token), input.Token),
            PipeAsync(CopyAsync(_process.StandardOutput, _command.StandardOutputPipe.CopyFromAsync, outputs.Token), outputs.Token),
            PipeAsync(CopyAsync(_process.StandardError, _command.StandardErrorPipe.CopyFromAsync, outputs.Token), outputs.Token));

        var result = await WaitForExitAsync().ConfigureAwait(false);
        await input.CancelAsync().ConfigureAwait(false); // nobody is left to read it

        // The process may leave behind another one that holds its outputs open. They are read to their end, however late
        // that is, unless the caller has cancelled: then they are given up.
        await using var givingUp = _graceful.Register(() => _deadline.CancelAfter(Patience)).ConfigureAwait(false);
        await piping.WaitAsync(_deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // pipes report below

        _pipeFailure?.Throw();
        ThrowIfCanceled();
        ThrowIfInvalid(result);
        return result;
    }

    private async Task PipeAsync(Task pipe, CancellationToken cancellationToken)
    {
        try
        {
            await pipe.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Reported once for all pipes, with the caller's own token.
        }
        catch (Exception exception)
        {
            // What the process does from here on has nowhere to go. The published package lets it run to its end first.
            Interlocked.CompareExchange(ref _pipeFailure, ExceptionDispatchInfo.Capture(exception), null);
            if (!cancellationToken.IsCancellationRequested)
                Kill();
        }
    }

    private async Task FeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A source that ignores its token, such as a terminal that nobody types at, must not outlast the process.
            var feeding = CopyAsync(_process.StandardInput, _command.StandardInputPipe.CopyToAsync, cancellationToken);
            await feeding.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException))
        {
            // A broken pipe: the process chose not to read it all. Derived types, such as a missing file, are failures.
        }
    }

    // Whoever uses the stream closes it afterwards: to close it while somebody is blocked on it would block as well.
    private static async Task CopyAsync(Stream stream, Func<Stream, CancellationToken, Task> copyAsync, CancellationToken cancellationToken)
    {
        await using (stream.ConfigureAwait(false))
            await copyAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CommandResult> WaitForExitAsync()
    {
        try
        {
            return await _process.WaitForExitAsync(_deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException(
                $"The process {_process.Name} was killed and still exists {Patience.TotalSeconds} seconds later.",
                _process.KillFailure ?? exception);
        }
    }

    private void Kill()
    {
        _deadline.CancelAfter(Patience);
        _process.Kill();
    }

    private void ThrowIfCanceled()
    {
        // A kill overrides an interrupt that was asked for before it.
        if (_forceful.IsCancellationRequested)
            throw Canceled("forcefully", _forceful);

        if (_graceful.IsCancellationRequested)
            throw Canceled("gracefully", _graceful);

        OperationCanceledException Canceled(string how, CancellationToken token) =>
            new($"The command was cancelled: its process {_process.Name} was {how} terminated.", token);
    }

    private void ThrowIfInvalid(CommandResult result)
    {
        if (result.IsSuccess || !_command.Validation.HasFlag(CommandResultValidation.ZeroExitCode))
            return;

        throw new CommandExecutionException(
            _command,
            result.ExitCode,
            $"""
            The process {_process.Name} exited with the code {result.ExitCode}, which is not zero.

            Command:
            {_command}

            To accept every exit code, call `WithValidation(CommandResultValidation.None)` on the command.
            """);
    }
}
