using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using Harness.Doctor;
using Harness.Engines;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Doctor;

/// <summary>What can be wrong with an engine, brought about for real.</summary>
public sealed class DoctorEngineTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_full_disk_under_the_engine_is_named_and_so_is_an_engine_that_was_ended()
    {
        await using var daemon = await FullDaemon.StartAsync();

        var full = await ExamineAsync(daemon.Environment);
        await daemon.KillAsync();
        var ended = await ExamineAsync(daemon.Environment);

        var storage = full.Checks.Single(check => check.Name == "engine-storage");
        Assert.Equal((CheckStatus.Failed, "HARN2802", $"0 B of 48 MiB are free at {daemon.Data}"), (storage.Status, storage.Code, storage.Measured));
        Assert.Equal(CheckStatus.Passed, full.Checks[0].Status);
        var engine = ended.Checks[0];
        Assert.Equal((CheckStatus.Failed, "HARN2002", "engine-not-running"), (engine.Status, engine.Code, engine.Cause));
        Assert.Equal($"DOCKER_HOST unix://{daemon.Socket}: nothing listens there (connection refused)", engine.Measured);
        Assert.Contains("systemctl start docker", engine.Remedy);
        Assert.Equal((4, 4), (full.ExitCode, ended.ExitCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_user_whom_the_socket_refuses_is_told_which_group_to_join_and_which_ids_are_missing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root can become somebody else");
        var socket = folder.In("docker.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        listener.Listen();
        await CallAsync("chown", "root:daemon", socket);
        await CallAsync("chmod", "660", socket);
        await CallAsync("chmod", "755", folder.Path);

        var (code, refused) = await AsNobodyAsync($"unix://{socket}", "doctor");
        var (_, rootless) = await AsNobodyAsync("", "doctor", "--engine", "podman-cli");

        Assert.Equal(4, code);
        Assert.Contains($"HARN2003: {socket} belongs to root:daemon, mode 660; nobody is in nogroup\n", refused);
        Assert.Contains("Join the socket's group: sudo usermod -aG daemon nobody, then log in again", refused);
        Assert.Contains("HARN2801: user nobody has 0 subordinate user ids and 0 group ids; 65536 are needed\n", rootless);
        Assert.Contains("sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 nobody", rootless);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(EngineChoice.DockerCli, "docker")]
    [InlineData(EngineChoice.PodmanCli, "podman")]
    public async Task A_command_that_is_not_there_is_named(EngineChoice choice, string command)
    {
        var report = await ExamineAsync(new() { ["PATH"] = folder.Path }, choice);

        var engine = report.Checks[0];
        Assert.Equal(("HARN2001", $"command {command}: there is no program '{command}' on the search path"), (engine.Code, engine.Measured));
        Assert.Equal("Install it, or ask for another engine.", engine.Remedy);
        Assert.All(report.Checks.Where(check => check.Name is "engine-storage" or "cgroup" or "memory" or "clock"), check => Assert.Equal(CheckStatus.Skipped, check.Status));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(EngineChoice.PodmanCli)]
    [InlineData(EngineChoice.Podman)]
    public async Task A_Podman_without_an_init_program_is_named_where_there_is_no_suite_and_no_image_yet(EngineChoice choice)
    {
        _ = RealEngine.Podman;
        var environment = RealEngine.Environment;
        var settings = environment.TryGetValue("CONTAINERS_CONF", out var own) ? File.ReadAllText(own) : "[engine]\n";
        folder.Write("containers.conf", Regex.Replace(settings, "(?m)^init_path = .*$", "").Replace("[engine]", "[engine]\ninit_path = \"/nowhere/init\"", StringComparison.Ordinal));
        environment["CONTAINERS_CONF"] = folder.In("containers.conf");
        var socket = folder.In("podman.sock");
        environment.Remove("CONTAINER_HOST");
        using var end = new CancellationTokenSource();
        var service = Task.CompletedTask;
        if (choice == EngineChoice.Podman)
        {
            service = Serve(socket, environment, end.Token);
            environment["CONTAINER_HOST"] = $"unix://{socket}";
            while (!File.Exists(socket) && !service.IsCompleted)
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var report = await ExamineAsync(environment, choice);

        var engine = report.Checks[0];
        Assert.Equal((CheckStatus.Failed, "engine", "HARN2011"), (engine.Status, engine.Name, engine.Code));
        Assert.EndsWith(": container-init binary not found on the host: stat /nowhere/init: no such file or directory", engine.Measured, StringComparison.Ordinal);
        Assert.StartsWith("Install the package catatonit", engine.Remedy, StringComparison.Ordinal);
        Assert.Equal(4, report.ExitCode);
        await end.CancelAsync();
        await service.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("/proc/harness", "nothing can be made in /proc")]
    [InlineData("/etc/hostname/smoke", "/etc/hostname is a file")]
    public async Task A_folder_that_cannot_be_written_is_named_before_anything_runs(string path, string why)
    {

        var report = await Examination.RunAsync(
            new() { WorkingDirectory = folder.Path, Output = path, Environment = new Dictionary<string, string> { ["PATH"] = "" } },
            TimeProvider.System, TestContext.Current.CancellationToken);

        var output = report.Checks.Single(check => check.Name == "output-folder");
        Assert.Equal((CheckStatus.Failed, "HARN2808"), (output.Status, output.Code));
        Assert.Equal($"{path} cannot be written: {why}", output.Measured);
    }

    private Task<DoctorReport> ExamineAsync(Dictionary<string, string> environment, EngineChoice choice = EngineChoice.Auto) => Examination.RunAsync(
        new RunRequest { WorkingDirectory = folder.Path, Engine = choice, Environment = environment }, TimeProvider.System, TestContext.Current.CancellationToken);

    private static Task Serve(string socket, Dictionary<string, string> environment, CancellationToken end) => CliWrap.Cli.Wrap("podman")
        .WithArguments(["system", "service", "--time", "60", $"unix://{socket}"])
        .WithEnvironmentVariables(environment.ToDictionary(variable => variable.Key, variable => (string?)variable.Value))
        .ExecuteAsync(end);

    private async Task<(int Code, string Output)> AsNobodyAsync(string engine, params string[] arguments)
    {
        var output = new StringBuilder();
        var result = await (CliWrap.Cli.Wrap("setpriv")
            .WithArguments(["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", Path.Combine(AppContext.BaseDirectory, "Harness.Cli.dll"), .. arguments])
            .WithWorkingDirectory(folder.Path)
            .WithEnvironmentVariables(variables => variables.Set("DOCKER_HOST", engine).Set("HOME", folder.Path).Set("USER", null).Set("LOGNAME", null))
            .WithValidation(CommandResultValidation.None) | output).ExecuteAsync(TestContext.Current.CancellationToken);
        return (result.ExitCode, output.ToString());
    }

    private static async Task CallAsync(string program, params string[] arguments) =>
        await CliWrap.Cli.Wrap(program).WithArguments(arguments).ExecuteAsync(TestContext.Current.CancellationToken);
}
