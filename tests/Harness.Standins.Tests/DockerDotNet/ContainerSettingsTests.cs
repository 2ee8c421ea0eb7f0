using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class ContainerSettingsTests(EngineFixture engine) : EngineTest(engine)
{
    private const long Mebibyte = 1024 * 1024;

    [Fact(Timeout = Limit)]
    public async Task Limits_reach_the_engine_as_they_were_set()
    {
        await using var container = await Engine.CreateAsync(["true"], parameters => parameters.HostConfig = new HostConfig
        {
            Memory = 64 * Mebibyte,
            MemorySwap = 64 * Mebibyte,
            NanoCPUs = 500_000_000,
            PidsLimit = 32,
            CapDrop = ["ALL"],
            CapAdd = ["CHOWN"],
            SecurityOpt = ["no-new-privileges"],
            ReadonlyRootfs = true,
            Tmpfs = new Dictionary<string, string> { ["/tmp"] = "rw,exec,size=1m" },
            NetworkMode = "none",
            Init = true,
            ShmSize = 2 * Mebibyte,
            Ulimits = [new Ulimit { Name = "nofile", Soft = 64, Hard = 128 }],
            IpcMode = "private",
            OomScoreAdj = 500,
            LogConfig = new LogConfig { Type = "json-file", Config = new Dictionary<string, string> { ["max-size"] = "1m" } },
            ExtraHosts = ["other:10.0.0.1"],
            DNS = ["10.0.0.2"],
        });

        var host = (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).HostConfig;

        Assert.Equal((64 * Mebibyte, 64 * Mebibyte, 500_000_000, 32L), (host.Memory, host.MemorySwap, host.NanoCPUs, host.PidsLimit));
        Assert.Equal(["ALL"], host.CapDrop);
        Assert.EndsWith("CHOWN", Assert.Single(host.CapAdd), StringComparison.Ordinal); // Newer engines put CAP_ before it.
        Assert.Equal(["no-new-privileges"], host.SecurityOpt);
        Assert.Equal((true, true, false), (host.ReadonlyRootfs, host.Init, host.AutoRemove));
        Assert.Equal("rw,exec,size=1m", host.Tmpfs["/tmp"]);
        Assert.Equal(("none", "private", 2 * Mebibyte, 500), (host.NetworkMode, host.IpcMode, host.ShmSize, host.OomScoreAdj));
        Assert.Equal(("nofile", 64, 128), (host.Ulimits[0].Name, host.Ulimits[0].Soft, host.Ulimits[0].Hard));
        Assert.Equal(("json-file", "1m"), (host.LogConfig.Type, host.LogConfig.Config["max-size"]));
        Assert.Equal(["other:10.0.0.1"], host.ExtraHosts);
        Assert.Equal(["10.0.0.2"], host.DNS);
    }

    [Fact(Timeout = Limit)]
    public async Task The_configuration_reaches_the_process()
    {
        await using var container = await Engine.StartIdleAsync(parameters =>
        {
            parameters.Env = ["GREETING=grüß dich"];
            parameters.User = "1000:1000";
            parameters.WorkingDir = "/tmp";
            parameters.Hostname = "sandbox";
            parameters.StopSignal = "SIGKILL";
            parameters.StopTimeout = TimeSpan.FromSeconds(7);
            parameters.Healthcheck = new HealthConfig { Test = ["NONE"] };
        });

        var outcome = await container.ExecAsync("sh", "-c", "echo $GREETING; id -u; pwd; cat /etc/hostname");
        var configuration = (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).Config;

        Assert.Equal("grüß dich\n1000\n/tmp\nsandbox\n", outcome.Stdout);
        Assert.Equal(("SIGKILL", TimeSpan.FromSeconds(7)), (configuration.StopSignal, configuration.StopTimeout));
        Assert.Equal(["sleep", "600"], configuration.Cmd);
        Assert.Equal(["NONE"], configuration.Healthcheck.Test);
    }

    [Fact(Timeout = Limit)]
    public async Task Mounts_show_up_in_the_container()
    {
        var folder = Directory.CreateTempSubdirectory("standins-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "note"), "from outside", Cancellation);
            await using var container = await Engine.StartIdleAsync(parameters => parameters.HostConfig.Mounts =
            [
                new Mount { Type = "bind", Source = folder.FullName, Target = "/workspace", ReadOnly = true },
                new Mount { Type = "tmpfs", Target = "/scratch", TmpfsOptions = new() { SizeBytes = Mebibyte, Mode = 0b111_000_000 } },
                new Mount { Type = "volume", Target = "/data", VolumeOptions = new VolumeOptions { NoCopy = true } },
            ]);

            var outcome = await container.ExecAsync("sh", "-c", "cat /workspace/note; echo x >/workspace/new; ls -ld /scratch");
            var mounts = (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).Mounts;

            Assert.StartsWith("from outsidedrwx------", outcome.Stdout, StringComparison.Ordinal);
            Assert.Contains("Read-only file system", outcome.Stderr, StringComparison.Ordinal);
            Assert.Equal(["bind", "tmpfs", "volume"], mounts.Select(mount => mount.Type).Order());
            Assert.False(mounts.Single(mount => mount.Type == "bind").RW);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Limits_can_be_changed_while_it_runs()
    {
        await using var container = await Engine.StartIdleAsync();

        await Client.Containers.UpdateContainerAsync(
            container.Id, new ContainerUpdateParameters { Memory = 96 * Mebibyte, MemorySwap = 96 * Mebibyte }, Cancellation);

        Assert.Equal(96 * Mebibyte, (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).HostConfig.Memory);
    }

    [Fact(Timeout = Limit)]
    public async Task Statistics_are_reported_until_the_container_ends()
    {
        await using var container = await Engine.StartIdleAsync();
        var readings = new Reports<ContainerStatsResponse>();
        var reporting = Client.Containers.GetContainerStatsAsync(container.Id, new ContainerStatsParameters(), readings, Cancellation);

        var reading = await readings.FirstAsync(reading => reading.PidsStats.Current > 0, Cancellation);
        await container.DisposeAsync();
        await reporting;

        Assert.Equal(container.Id, reading.ID);
        Assert.True(reading.CPUStats.CPUUsage.TotalUsage > 0);
        Assert.True(reading.MemoryStats.Usage > 0);
        Assert.Equal((uint)Environment.ProcessorCount, reading.CPUStats.OnlineCPUs);
    }

    [Fact(Timeout = Limit)]
    public async Task One_reading_can_be_asked_for()
    {
        await using var container = await Engine.StartIdleAsync();
        var readings = new Reports<ContainerStatsResponse>();

        await Client.Containers.GetContainerStatsAsync(
            container.Id, new ContainerStatsParameters { Stream = false }, readings, Cancellation);

        Assert.Single(readings.Seen);
    }
}
