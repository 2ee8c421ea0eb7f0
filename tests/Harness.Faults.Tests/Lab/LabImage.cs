namespace Harness.Faults.Tests.Lab;

/// <summary>The fixture's image changed in one respect, on the engine only: no registry knows it.</summary>
internal sealed class LabImage : IAsyncDisposable
{
    private LabImage(string name) => Name = name;

    /// <summary>Its name, without a digest.</summary>
    public string Name { get; }

    /// <summary>Makes it.</summary>
    public static async Task<LabImage> WithProgramAsync(string path, string shell)
    {
        var name = $"harness-lab/{Guid.NewGuid():N}:1";
        using var bench = new SuiteBench("image");
        var program = bench.Write("program", "#!/bin/sh\n" + shell + "\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var container = await LabEngine.DockerAsync("create", LabEngine.Image, "true");
        try
        {
            await LabEngine.DockerAsync("cp", program, $"{container}:{path}");
            await LabEngine.DockerAsync("commit", container, name);
        }
        finally
        {
            await LabEngine.DockerAsync("rm", container);
        }

        return new(name);
    }

    /// <summary>Makes one in which a shell has been at work.</summary>
    public static async Task<LabImage> AfterAsync(string shell)
    {
        var name = $"harness-lab/{Guid.NewGuid():N}:1";
        var container = await LabEngine.DockerAsync("create", LabEngine.Image, "sh", "-c", shell);
        try
        {
            await LabEngine.DockerAsync("start", "--attach", container);
            await LabEngine.DockerAsync("commit", container, name);
        }
        finally
        {
            await LabEngine.DockerAsync("rm", container);
        }

        return new(name);
    }

    public async ValueTask DisposeAsync() => await LabEngine.DockerAsync("rmi", Name);
}
