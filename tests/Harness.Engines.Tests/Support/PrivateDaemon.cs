using System.Diagnostics;
using System.Globalization;
using Harness.Engines.Discovery;

namespace Harness.Engines.Tests.Support;

/// <summary>A Docker of a test's own, which may be killed and started again. It has no network and leaves that of others alone.</summary>
internal sealed class PrivateDaemon : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _arguments;
    private Process? _process;
    private string _lastWords = "";

    private PrivateDaemon() => _arguments =
    [
        "--data-root", _folder["data"], "--exec-root", _folder["exec"], "--pidfile", _folder["pid"], "-H", Address,
        "--bridge", "none", "--iptables=false", "--ip6tables=false", "--shutdown-timeout", "2",
    ];

    public string Address => $"unix://{_folder["docker.sock"]}";

    /// <summary>Starts one; skips the test where that is not possible.</summary>
    public static async Task<PrivateDaemon> StartAsync()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Find("dockerd") is not null, "only root can start a dockerd, where there is one");
        var daemon = new PrivateDaemon();
        await daemon.StartAgainAsync();
        return daemon;
    }

    /// <summary>Ends it as a crash does. Its containers live on for the time being.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="liveRestore">Whether containers outlive it.</param>
    public async Task StartAgainAsync(bool liveRestore = false)
    {
        // Whose number these are of is dead, and would keep it from starting.
        File.Delete(_folder["pid"]);
        if (Directory.Exists(_folder["exec/containerd"]))
            File.Delete(_folder["exec/containerd/containerd.pid"]);
        _process = Process.Start(new ProcessStartInfo(Find("dockerd")!, [.. _arguments, $"--live-restore={(liveRestore ? "true" : "false")}"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, line) => _lastWords = line.Data ?? _lastWords;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        while (true)
        {
            Assert.False(_process.HasExited, $"the private dockerd ended at once: {_lastWords}");
            try
            {
                var variables = new Dictionary<string, string> { ["DOCKER_HOST"] = Address };
                await using ((await EngineConnector.ConnectAsync(EngineChoice.Docker, variables, CancellationToken.None)).Engine)
                    return;
            }
            catch (EngineException)
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        foreach (var left in Left())
        {
            using (left)
                left.Kill(entireProcessTree: true);
        }

        // What a dockerd that was killed left mounted would keep the folder busy.
        foreach (var mount in File.ReadAllLines("/proc/mounts").Select(line => line.Split(' ')[1]).Where(Within).Reverse())
        {
            using var unmount = Process.Start("umount", ["-l", mount]);
            await unmount.WaitForExitAsync();
        }

        _folder.Dispose();
    }

    // Processes that name this daemon's folders: the shims of containers, where a test failed.
    private IEnumerable<Process> Left()
    {
        foreach (var process in Process.GetProcesses())
        {
            string command;
            try
            {
                command = File.ReadAllText($"/proc/{process.Id}/cmdline");
            }
            catch (IOException)
            {
                continue; // It has ended.
            }

            if (command.Contains(_folder.Path + "/", StringComparison.Ordinal))
                yield return process;
        }
    }

    private bool Within(string path) => path.StartsWith(_folder.Path + "/", StringComparison.Ordinal);

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
