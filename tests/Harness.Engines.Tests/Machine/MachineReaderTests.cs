using Harness.Engines.Machine;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Machine;

public sealed class MachineReaderTests
{
    [Fact]
    public void Subordinate_ids_count_by_name_and_by_number() => Assert.Equal(
        new SubordinateIds(65_536 + 10, 5),
        SubordinateIds.Parse("ci", 1000, "root:1:9\nci:100000:65536\n1000:300000:10\nci:bad\n", "ci:1:5\ncia:7:7"));

    [Fact]
    public void The_kernels_words_are_read()
    {
        Assert.Equal(1001, MachineReader.Uid("Name:\tx\nUid:\t1000\t1001\t1001\t1001\nGid:\t5\n"));
        Assert.Equal(2048L * 1024, MachineReader.AvailableMemory("MemTotal:  9999 kB\nMemAvailable:    2048 kB\n"));
        Assert.Null(MachineReader.AvailableMemory("MemTotal: 1 kB\n"));
    }

    [Fact(Timeout = 30_000)]
    public async Task This_machine_and_the_owner_of_a_file_are_found_out()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("other systems keep these facts elsewhere");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "", TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { ["PATH"] = "/nowhere" };

        var machine = await MachineReader.ReadAsync(environment, TestContext.Current.CancellationToken);
        var file = await MachineReader.SocketAsync(folder["file"], environment, TestContext.Current.CancellationToken);

        Assert.Equal(Environment.UserName, machine.User);
        Assert.True(machine.AvailableMemoryBytes > 0);
        Assert.NotEmpty(machine.Groups);
        Assert.Equal(["newuidmap", "newgidmap"], machine.MissingPrograms);
        Assert.Equal((Environment.UserName, machine.Groups[0]), (file!.Owner, file.Group));
        Assert.Matches("^[0-7]{3,4}$", file.Mode);
    }

    [Fact]
    public void Room_is_measured_where_a_folder_would_be() =>
        Assert.True(StorageFacts.Measure(Path.Combine(Path.GetTempPath(), "not", "there")) is { FreeBytes: > 0, TotalBytes: > 0 } measured
            && Directory.Exists(measured.Path));
}
