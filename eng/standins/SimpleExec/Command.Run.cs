namespace SimpleExec;

/// <summary>Runs external commands. A stand-in with the published package's signatures.</summary>
public static partial class Command
{
    /// <summary>Runs a command with this process's standard streams and waits for it.</summary>
    /// <exception cref="ExitCodeException">The exit code is not zero and <paramref name="handleExitCode"/> did not accept it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled; the command was killed.</exception>
    public static void Run(
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
        using var running = Start(command, echo, ct);
        running.Wait(handleExitCode, cancellationIgnoresProcessTree, ct);
    }

    /// <summary>As the other overload; every argument arrives as it is, whatever it contains.</summary>
    public static void Run(
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
        using var running = Start(command, echo, ct);
        running.Wait(handleExitCode, cancellationIgnoresProcessTree, ct);
    }

    private static RunningCommand Start(Invocation command, Echo? echo, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        echo?.Write(command);
        return RunningCommand.Start(command.ToStartInfo());
    }
}
