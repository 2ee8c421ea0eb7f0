namespace SimpleExec;

public static partial class Command
{
    /// <summary>Runs a command with this process's standard streams.</summary>
    /// <exception cref="ExitCodeException">The exit code is not zero and <paramref name="handleExitCode"/> did not accept it.</exception>
    /// <exception cref="TaskCanceledException"><paramref name="ct"/> was cancelled; the command was killed.</exception>
    public static Task RunAsync(
        string name,
        string args = "",
        string workingDirectory = "",
        Action<IDictionary<string, string?>>? configureEnvironment = null,
        IEnumerable<string>? secrets = null,
        Func<int, bool>? handleExitCode = null,
        string? echoPrefix = null,
        bool noEcho = false,
        bool cancellationIgnoresProcessTree = false,
        bool createNoWindow = false,
        CancellationToken ct = default)
    {
        var command = Invocation.Of(name, args, workingDirectory, configureEnvironment, createNoWindow);
        var echo = noEcho ? null : new Echo(echoPrefix, secrets);
        return RunAsync(command, echo, handleExitCode, cancellationIgnoresProcessTree, ct);
    }

    /// <summary>As the other overload; every argument arrives as it is, whatever it contains.</summary>
    public static Task RunAsync(
        string name,
        IEnumerable<string> args,
        string workingDirectory = "",
        Action<IDictionary<string, string?>>? configureEnvironment = null,
        IEnumerable<string>? secrets = null,
        Func<int, bool>? handleExitCode = null,
        string? echoPrefix = null,
        bool noEcho = false,
        bool cancellationIgnoresProcessTree = false,
        bool createNoWindow = false,
        CancellationToken ct = default)
    {
        var command = Invocation.Of(name, args, workingDirectory, configureEnvironment, createNoWindow);
        var echo = noEcho ? null : new Echo(echoPrefix, secrets);
        return RunAsync(command, echo, handleExitCode, cancellationIgnoresProcessTree, ct);
    }

    private static async Task RunAsync(
        Invocation command, Echo? echo, Func<int, bool>? handleExitCode, bool cancellationIgnoresProcessTree, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            throw new TaskCanceledException(null, null, ct);

        using var running = Start(command, echo, ct);
        await running.WaitAsync(handleExitCode, cancellationIgnoresProcessTree, ct).ConfigureAwait(false);
    }
}
