using System.Formats.Tar;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class ContainerArchiveTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task What_goes_in_comes_out()
    {
        await using var container = await Engine.CreateAsync(["true"]);
        using var archive = await ArchiveAsync("note.txt", "hello");

        await Client.Containers.ExtractArchiveToContainerAsync(
            container.Id, new ContainerPathStatParameters { Path = "/tmp" }, archive, Cancellation);
        var answer = await Client.Containers.GetArchiveFromContainerAsync(
            container.Id, new GetArchiveFromContainerParameters { Path = "/tmp/note.txt" }, statOnly: false, Cancellation);

        await using var stream = answer.Stream;
        await using var reader = new TarReader(stream);
        var entry = await reader.GetNextEntryAsync(copyData: true, Cancellation);
        using var text = new StreamReader(entry!.DataStream!);
        Assert.Equal(("note.txt", 5), (answer.Stat.Name, answer.Stat.Size));
        Assert.Equal("hello", await text.ReadToEndAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task What_a_path_is_can_be_asked_alone()
    {
        await using var container = await Engine.CreateAsync(["true"]);

        var answer = await Client.Containers.GetArchiveFromContainerAsync(
            container.Id, new GetArchiveFromContainerParameters { Path = "/bin/sh" }, statOnly: true, Cancellation);

        Assert.Null(answer.Stream);
        Assert.Equal(("sh", "/bin/busybox"), (answer.Stat.Name, answer.Stat.LinkTarget));
    }

    [Fact(Timeout = Limit)]
    public async Task A_path_that_is_not_there_is_not_found()
    {
        await using var container = await Engine.CreateAsync(["true"]);

        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => Client.Containers.GetArchiveFromContainerAsync(
            container.Id, new GetArchiveFromContainerParameters { Path = "/no/such" }, statOnly: false, Cancellation));
    }

    private static async Task<MemoryStream> ArchiveAsync(string name, string text)
    {
        var archive = new MemoryStream();
        await using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
        }

        archive.Position = 0;
        return archive;
    }
}
