using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Tool;

public sealed class ToolPackageTests(PackedFeed feed) : IDisposable
{
    private const int Patience = 120_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("harness-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = Patience)]
    public async Task The_tool_installs_from_a_folder_feed_and_says_its_version()
    {
        (await InstallAsync()).ShouldSucceed();

        var version = (await HarnessAsync("--version")).ShouldSucceed();

        Assert.StartsWith("0.", version.Output, StringComparison.Ordinal);
        Assert.Equal("", version.Error);
    }

    [Fact(Timeout = Patience)]
    public async Task The_installed_tool_finds_a_fault_in_a_suite_by_itself()
    {
        (await InstallAsync()).ShouldSucceed();
        await File.WriteAllTextAsync(Path.Combine(_folder, "smoke.yml"), "schema: 1\nnam: api\n", TestContext.Current.CancellationToken);

        var lint = await HarnessAsync("lint");

        Assert.Equal(2, lint.ExitCode);
        Assert.Contains("smoke.yml(2,1): error HARN", lint.Output + lint.Error, StringComparison.Ordinal);
    }

    private Task<CommandEnd> InstallAsync() => DotNet.RunAsync(_folder,
        "tool", "install", "Harness.Cli", "--tool-path", "tools", "--version", PackedFeed.Version, "--configfile", feed.ConfigFile);

    private Task<CommandEnd> HarnessAsync(params string[] arguments) =>
        DotNet.RunAsync(Path.Combine(_folder, "tools", "harness"), _folder, arguments);
}
