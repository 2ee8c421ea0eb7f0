using System.Formats.Tar;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>
/// The engine that DOCKER_HOST names, with an image made of nothing but a static busybox. Whatever was created here
/// carries <see cref="Label"/>, and is gone afterwards.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private const string Busybox = "/bin/busybox";
    private static readonly string[] Applets =
        ["cat", "dd", "echo", "env", "false", "head", "id", "ls", "mkdir", "printf", "pwd", "sh", "sleep", "true", "wc", "yes"];

    private static readonly string? Host = Environment.GetEnvironmentVariable("DOCKER_HOST");
    private DockerClient? _client;

    public string Label { get; } = $"harness-standins-{Guid.NewGuid():N}";

    public string Image => $"{Label}:latest";

    public DockerClient Client => _client ?? throw new InvalidOperationException("There is no engine; the test should have been skipped.");

    public IDictionary<string, IDictionary<string, bool>> OnlyOurs => Only("label", Label);

    public static IDictionary<string, IDictionary<string, bool>> Only(string name, string value) =>
        new Dictionary<string, IDictionary<string, bool>> { [name] = new Dictionary<string, bool> { [value] = true } };

    public static void SkipIfAbsent()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Host), "DOCKER_HOST names no engine.");
        Assert.SkipUnless(File.Exists(Busybox), $"{Busybox} is missing (package busybox-static).");
    }

    public async ValueTask InitializeAsync()
    {
        if (string.IsNullOrEmpty(Host) || !File.Exists(Busybox))
            return;

        _client = new DockerClientConfiguration(new Uri(Host)).CreateClient();
        await ImportImageAsync(Label, "latest");
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is null)
            return;

        var force = new ContainerRemoveParameters { Force = true, RemoveVolumes = true };
        foreach (var container in await _client.Containers.ListContainersAsync(new() { All = true, Filters = OnlyOurs }))
            await _client.Containers.RemoveContainerAsync(container.ID, force);
        foreach (var network in await _client.Networks.ListNetworksAsync(new() { Filters = OnlyOurs }))
            await _client.Networks.DeleteNetworkAsync(network.ID);
        foreach (var volume in (await _client.Volumes.ListAsync(new VolumesListParameters { Filters = OnlyOurs })).Volumes ?? [])
            await _client.Volumes.RemoveAsync(volume.Name);

        await _client.Images.DeleteImageAsync(Image, new ImageDeleteParameters { Force = true });
        _client.Dispose();
    }

    public async Task<IReadOnlyList<JSONMessage>> ImportImageAsync(string repository, string tag)
    {
        using var archive = await RootFileSystemAsync();
        var messages = new Reports<JSONMessage>();
        await Client.Images.CreateImageAsync(new ImagesCreateParameters { Repo = repository, Tag = tag }, archive, null, messages);
        return messages.Seen;
    }

    /// <summary>A container not yet started, which removes itself from the engine when disposed of.</summary>
    public async Task<EngineContainer> CreateAsync(string[] command, Action<CreateContainerParameters>? configure = null)
    {
        var parameters = new CreateContainerParameters
        {
            Name = $"standins-{Guid.NewGuid():N}",
            Image = Image,
            Cmd = command,
            Labels = new Dictionary<string, string> { [Label] = "" },
            HostConfig = new HostConfig { NetworkMode = "none" },
        };
        configure?.Invoke(parameters);
        var created = await Client.Containers.CreateContainerAsync(parameters, TestContext.Current.CancellationToken);
        return new EngineContainer(Client, created.ID);
    }

    /// <summary>A running container that does nothing until it is told to.</summary>
    public async Task<EngineContainer> StartIdleAsync(Action<CreateContainerParameters>? configure = null)
    {
        var container = await CreateAsync(["sleep", "600"], configure);
        await Client.Containers.StartContainerAsync(container.Id, new ContainerStartParameters(), TestContext.Current.CancellationToken);
        return container;
    }

    private static async Task<MemoryStream> RootFileSystemAsync()
    {
        var archive = new MemoryStream();
        await using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            foreach (var folder in (string[])["bin", "proc", "sys", "dev", "etc", "tmp"])
                await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, folder) { Mode = (UnixFileMode)0b111_101_101 });

            await using (var busybox = File.OpenRead(Busybox))
                await writer.WriteEntryAsync(
                    new PaxTarEntry(TarEntryType.RegularFile, "bin/busybox") { DataStream = busybox, Mode = (UnixFileMode)0b111_101_101 });

            foreach (var applet in Applets)
                await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" });
        }

        archive.Position = 0;
        return archive;
    }
}
