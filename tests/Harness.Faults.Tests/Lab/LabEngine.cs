using System.Collections;
using CliWrap.Buffered;

namespace Harness.Faults.Tests.Lab;

/// <summary>The engine and image that the build program sets up; without them a test is skipped, which fails on CI.</summary>
internal static class LabEngine
{
    public static string Image => Required("HARNESS_FIXTURE_IMAGE");

    /// <summary>The image with a C compiler, and without Python's headers.</summary>
    public static string ToolchainImage => Required("HARNESS_FIXTURE_TOOLCHAIN_IMAGE");

    public static string Podman => Required("HARNESS_PODMAN_HOST");

    public static string Wheels => Required("HARNESS_FIXTURE_WHEELS");

    public static Dictionary<string, string> Environment => System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    /// <summary>What somebody else does at the same engine.</summary>
    public static Task<string> DockerAsync(params string[] arguments) => RunAsync("docker", arguments);

    /// <summary>What somebody else does at the engine of a choice, such as <c>podman-cli</c>.</summary>
    public static Task<string> AtAsync(string engine, params string[] arguments) => engine switch
    {
        "podman" => RunAsync("podman", ["--url", Podman, .. arguments]),
        "podman-cli" => RunAsync("podman", arguments),
        _ => DockerAsync(arguments),
    };

    /// <summary>What somebody else does on the same machine.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var result = await CliWrap.Cli.Wrap(program).WithArguments(arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return result.StandardOutput.Trim();
    }

    private static string Required(string name)
    {
        var value = System.Environment.GetEnvironmentVariable(name);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{name} is not set; run: dotnet run --project build -- test");
        return value!;
    }
}
