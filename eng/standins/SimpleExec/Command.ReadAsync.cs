using System.Text;

namespace SimpleExec;

public static partial class Command
{
    /// <summary>
    /// Runs a command and returns what it printed. Nothing is echoed; the command reads <paramref name="standardInput"/> and no more.
    /// </summary>
    /// <exception cref="ExitCodeReadException">The exit code is not zero and <paramref name="handleExitCode"/> did not accept it.</exception>
    /// <exception cref="TaskCanceledException"><paramref name="ct"/> was cancelled; the command was killed.</exception>
    public static Task<(string StandardOutput, string StandardError)> ReadAsync(
        string name,
        string args = "",
        string workingDirectory = "",
        Action<IDictionary<string, string?>>? configureEnvironment = null,
        Func<int, bool>? handleExitCode = null,
        Encoding? encoding = null,
        string? standardInput = null,
        bool cancellationIgnoresProcessTree = false,
        CancellationToken ct = default)
    {
        var command = Invocation.Of(name, args, workingDirectory, configureEnvironment, createNoWindow: true);
        return ReadAsync(command, handleExitCode, encoding, standardInput, cancellationIgnoresProcessTree, ct);
    }

    /// <summary>As the other overload; every argument arrives as it is, whatever it contains.</summary>
    public static Task<(string StandardOutput, string StandardError)> ReadAsync(
        string name,
        IEnumerable<string> args,
        string workingDirectory = "",
        Action<IDictionary<string, string?>>? configureEnvironment = null,
        Func<int, bool>? handleExitCode = null,
        Encoding? encoding = null,
        string? standardInput = null,
        bool cancellationIgnoresProcessTree = false,
        CancellationToken ct = default)
    {
        var command = Invocation.Of(name, args, workingDirectory, configureEnvironment, createNoWindow: true);
        return ReadAsync(command, handleExitCode, encoding, standardInput, cancellationIgnoresProcessTree, ct);
    }

    private static async Task<(string StandardOutput, string StandardError)> ReadAsync(
        Invocation command,
        Func<int, bool>? handleExitCode,
        Encoding? encoding,
        string? standardInput,
        bool cancellationIgnoresProcessTree,
        CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            throw new TaskCanceledException(null, null, ct);

        using var running = RunningCommand.Start(command.ToRedirectedStartInfo(encoding));
        return await running.ReadAsync(standardInput, handleExitCode, cancellationIgnoresProcessTree, ct).ConfigureAwait(false);
    }
}
