using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Action;

/// <summary>The tool as a job has it that installed it by itself, once for all tests of the action.</summary>
public sealed class InstalledTool(PackedFeed feed) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("harness-tool-").FullName;

    /// <summary>Absolute path of the program.</summary>
    public string Path => System.IO.Path.Combine(_folder, "harness");

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => (await DotNet.RunAsync(_folder,
        "tool", "install", "Harness.Cli", "--tool-path", _folder, "--version", PackedFeed.Version, "--configfile", feed.ConfigFile)).ShouldSucceed();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
