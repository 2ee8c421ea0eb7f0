using System.Globalization;
using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>
/// A background program that outlives the build in a session of its own. A pid file says which process it is, and its last
/// argument, a path within this clone, that the process is still the one we started: pids are used again.
/// </summary>
internal sealed record Daemon(string Name, string Directory, string Program, IReadOnlyList<string> Arguments)
{
    // The shell's own pid is the daemon's, because of exec.
    private const string Launch = """
        echo $$ >"$0.new" && mv "$0.new" "$0"
        log=$1
        shift
        exec "$@" >>"$log" 2>&1 </dev/null
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Added to the environment that it inherits.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    private string PidFile => Path.Combine(Directory, $"{Name}.pid");

    private string LogFile => Path.Combine(Directory, $"{Name}.log");

    /// <summary>The pid of the running daemon, or null.</summary>
    public int? Pid => ReadPid() is { } pid && IsOurs(pid) ? pid : null;

    /// <summary>Starts the daemon and waits until it is of use.</summary>
    /// <exception cref="BuildFailedException">It ended instead, or was not ready in time; the message has the end of its log.</exception>
    public async Task StartAsync(Func<Task<bool>> isReady, TimeSpan patience)
    {
        System.IO.Directory.CreateDirectory(Directory);
        File.Delete(PidFile);
        File.Delete(LogFile);
        Console.WriteLine($"Starting {Program}; its log is {LogFile}.");

        string[] command = ["--fork", "sh", "-c", Launch, PidFile, LogFile, Program, .. Arguments];
        await RunAsync("setsid", command, noEcho: true, configureEnvironment: environment =>
        {
            foreach (var (name, value) in Environment)
            {
                environment[name] = value;
            }
        });

        for (var waited = TimeSpan.Zero; !await isReady(); waited += Interval)
        {
            if (File.Exists(PidFile) && Pid is null)
            {
                throw new BuildFailedException($"{Program} ended at once. {LogFile} ends with:\n{LogTail()}");
            }

            if (waited > patience)
            {
                await StopAsync(Interval);
                throw new BuildFailedException($"{Program} was not ready after {patience}. {LogFile} ends with:\n{LogTail()}");
            }

            await Task.Delay(Interval);
        }
    }

    /// <summary>Asks the daemon to end, and kills it when it has not after a while.</summary>
    /// <returns>Whether it was running.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        var pid = Pid;

        if (pid is not null && !await EndsAsync(pid.Value, "TERM", patience))
        {
            Console.WriteLine($"{Program} ({pid}) did not end within {patience} and is killed.");

            if (!await EndsAsync(pid.Value, "KILL", patience))
            {
                throw new BuildFailedException($"{Program} ({pid}) cannot be ended; its log is {LogFile}.");
            }
        }

        File.Delete(PidFile);

        return pid is not null;
    }

    private async Task<bool> EndsAsync(int pid, string signal, TimeSpan patience)
    {
        // It may end by itself in between: then there is nothing to signal, and nothing is wrong.
        string[] kill = ["-c", "kill -s \"$0\" \"$1\"", signal, pid.ToString(CultureInfo.InvariantCulture)];
        await ReadAsync("sh", kill, handleExitCode: _ => true);

        for (var waited = TimeSpan.Zero; waited < patience && IsOurs(pid); waited += Interval)
        {
            await Task.Delay(Interval);
        }

        return !IsOurs(pid);
    }

    private int? ReadPid() =>
        File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture, out var pid) ? pid : null;

    private bool IsOurs(int pid)
    {
        try
        {
            string commandLine;

            // In the middle of an exec a live process has no command line for a moment; a zombie never has one again.
            while ((commandLine = File.ReadAllText($"/proc/{pid}/cmdline")).Length == 0 && !IsZombie(pid))
            {
                Thread.Yield();
            }

            // Between its fork and its exec the daemon still is a shell, with the same last argument.
            return commandLine.TrimEnd('\0').Split('\0')[^1] == Arguments[^1];
        }
        catch (IOException)
        {
            // No such process, or it ended while we read.
            return false;
        }
    }

    private static bool IsZombie(int pid) => File.ReadLines($"/proc/{pid}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));

    private string LogTail() => File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(20)) : "(nothing)";
}
