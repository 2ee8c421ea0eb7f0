namespace Harness.Package.Tests.Support;

/// <summary>The engine, the image and the wheels that the build program sets up; without them a test is skipped, which fails on CI.</summary>
internal static class RealEngine
{
    public static string Image => Required("HARNESS_FIXTURE_IMAGE");

    public static string Wheels => Required("HARNESS_FIXTURE_WHEELS");

    /// <summary>The containers of a suite, ended ones included.</summary>
    public static async Task<IReadOnlyList<string>> ContainersAsync(string suite)
    {
        var list = await DotNet.RunAsync("docker", Path.GetTempPath(), ["ps", "-aq", "--filter", $"label=io.harness.suite={suite}"]);
        return list.ShouldSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Required(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{name} is not set; run: dotnet run --project build -- test");
        return value!;
    }
}
