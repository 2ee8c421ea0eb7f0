using CliWrap.Buffered;
using Harness.Doctor.Injecting;
using Harness.Engines.Tests.Support;
using Harness.Evidence;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Engine;

public sealed class EngineFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task An_address_that_leads_to_no_engine() => lab.RunAsync(new()
    {
        Cause = "engine-not-found",
        Step = null,
        Remedy = "DOCKER_HOST",
        Environment = environment => environment["DOCKER_HOST"] = "gopher://engine",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_socket_that_is_not_there() => lab.RunAsync(new()
    {
        Cause = "engine-not-running",
        Step = null,
        Remedy = "/nowhere/docker.sock",
        Environment = environment => environment["DOCKER_HOST"] = "unix:///nowhere/docker.sock",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_socket_that_nobody_listens_at()
    {
        using var proxy = new EngineProxy(LabEngine.Environment["DOCKER_HOST"]);
        proxy.Die();

        await lab.RunAsync(new()
        {
            Cause = "engine-not-running",
            Step = null,
            Remedy = proxy.Address["unix://".Length..],
            Environment = environment => environment["DOCKER_HOST"] = proxy.Address,
        });
    }

    [Theory(Timeout = FaultLab.Limit)]
    [InlineData("itself")]
    [InlineData("by its folder")]
    public async Task A_socket_that_refuses_this_user(string how)
    {
        // Root may open any socket, so that the command runs as somebody else.
        using var proxy = new EngineProxy(LabEngine.Environment["DOCKER_HOST"]);
        var socket = proxy.Address["unix://".Length..];
        var scenario = new Scenario { Cause = "engine-permission", Step = null, Remedy = socket };
        using var bench = lab.Prepare(scenario);
        File.SetUnixFileMode(bench.Path, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(socket, UnixFileMode.None);
        if (how == "itself")
            File.SetUnixFileMode(Path.GetDirectoryName(socket)!, (UnixFileMode)0b111_101_101);
        string[] nobody = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"];

        var end = await ToolProcess.In(bench, [.. nobody, .. ToolProcess.Line("run", "--output", "out")])
            .WithEnvironmentVariables(variables => variables.Set("DOCKER_HOST", proxy.Address).Set("HOME", bench.Path).Set("TMPDIR", bench.Path))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        lab.Judge(scenario, ResultFile.Read(bench.In("out", bench.Suite, "result.json")), bench);
        Assert.Equal(4, end.ExitCode);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_engine_that_goes_away_during_a_test()
    {
        using var proxy = new EngineProxy(LabEngine.Environment["DOCKER_HOST"]);
        string? container = null;

        try
        {
            await lab.RunAsync(new()
            {
                Cause = "engine-lost",
                Step = "test:victim",
                Subject = "victim",
                Remedy = "journalctl -u docker",
                Environment = environment => environment["DOCKER_HOST"] = proxy.Address,
                Tests = WaitingTest.Text,
                Inject = async run =>
                {
                    await run.PrintedAsync(WaitingTest.Word);
                    container = run.Container;
                    proxy.Die();
                },
            });
        }
        finally
        {
            if (container is not null)
                await LabEngine.DockerAsync("rm", "--force", container); // Harness has lost it
        }
    }

    /// <summary>Whether containers outlive the daemon, and whether its socket stays open meanwhile, as systemd keeps it.</summary>
    [Theory(Timeout = FaultLab.Limit)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_engine_that_is_killed_during_a_test_and_comes_back(bool liveRestore, bool keptSocket)
    {
        await using var daemon = await PrivateDaemon.StartAsync();
        using var socket = new EngineProxy(daemon.Address) { WaitsForEngine = true };

        await lab.RunAsync(new()
        {
            Cause = "engine-lost",
            Step = "test:victim",
            Subject = "victim",
            Remedy = "journalctl -u docker",
            Environment = environment => environment["DOCKER_HOST"] = keptSocket ? socket.Address : daemon.Address,
            Tests = WaitingTest.Text,
            Inject = async run =>
            {
                await run.PrintedAsync(WaitingTest.Word);
                await daemon.KillAsync();
                await daemon.StartAgainAsync(liveRestore);
            },
        });
    }
}
