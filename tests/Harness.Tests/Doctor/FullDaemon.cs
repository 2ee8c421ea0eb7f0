using System.Diagnostics;
using System.Globalization;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Tests.Support;

namespace Harness.Tests.Doctor;

/// <summary>A Docker of a test's own, without a network, whose data lie on a file system in memory that is full.</summary>
internal sealed class FullDaemon : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private Process? process;

    public Dictionary<string, string> Environment => new(RealEngine.Environment) { ["DOCKER_HOST"] = $"unix://{folder.In("docker.sock")}" };

    public string Data => folder.In("data");

    public string Socket => folder.In("docker.sock");

    /// <summary>Starts it, and fills its file system; skips the test where that is not possible.</summary>
    public static async Task<FullDaemon> StartAsync()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && System.Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/dockerd"),
            "only root can start a dockerd, where there is one");
        var daemon = new FullDaemon();
        Directory.CreateDirectory(daemon.Data);
        await CallAsync("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", daemon.Data);
        await daemon.StartDaemonAsync();
        await daemon.FillAsync();
        return daemon;
    }

    /// <summary>Ends it as a crash does: its socket stays.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await CallAsync("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        await EndContainerdAsync();
        foreach (var mount in File.ReadAllLines("/proc/mounts").Select(line => line.Split(' ')[1]).Where(Within).Reverse())
            await CallAsync("umount", "-l", mount);
        folder.Dispose();
    }

    private async Task StartDaemonAsync()
    {
        process = Process.Start(new ProcessStartInfo("/usr/sbin/dockerd",
        [
            "--data-root", Data, "--exec-root", folder.In("exec"), "--pidfile", folder.In("pid"), "-H", $"unix://{Socket}",
            "--bridge", "none", "--iptables=false", "--ip6tables=false", "--shutdown-timeout", "1",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        while (true)
        {
            Assert.False(process.HasExited, "the dockerd of the test ended at once");
            try
            {
                var connection = await EngineConnector.ConnectAsync(EngineChoice.Docker, Environment, TestContext.Current.CancellationToken);
                await connection.Engine.DisposeAsync();
                return;
            }
            catch (EngineException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task FillAsync()
    {
        try
        {
            await using var file = File.Create(Path.Combine(Data, "filler"));
            while (true)
                await file.WriteAsync(new byte[1 << 20]);
        }
        catch (IOException)
        {
            return; // It is full.
        }
    }

    // A dockerd that was killed leaves its containerd behind.
    private async Task EndContainerdAsync()
    {
        var pid = folder.In("exec", "containerd", "containerd.pid");
        if (File.Exists(pid) && Directory.Exists($"/proc/{await File.ReadAllTextAsync(pid)}"))
            await CallAsync("kill", "-KILL", await File.ReadAllTextAsync(pid));
    }

    private bool Within(string path) => path.StartsWith(folder.Path + "/", StringComparison.Ordinal);

    private static async Task CallAsync(string program, params string[] arguments)
    {
        using var call = Process.Start(program, arguments);
        await call.WaitForExitAsync();
    }
}
