namespace Harness.Package.Tests.Support;

/// <summary>The engine and the image that the build program sets up; without them a test is skipped, which fails on CI.</summary>
internal static class RealEngine
{
    public static string Image
    {
        get
        {
            var image = Environment.GetEnvironmentVariable("HARNESS_FIXTURE_IMAGE");
            Assert.SkipWhen(string.IsNullOrEmpty(image), "HARNESS_FIXTURE_IMAGE is not set; run: dotnet run --project build -- test");
            return image!;
        }
    }

    /// <summary>The containers of a suite, ended ones included.</summary>
    public static async Task<IReadOnlyList<string>> ContainersAsync(string suite)
    {
        var list = await DotNet.RunAsync("docker", Path.GetTempPath(), ["ps", "-aq", "--filter", $"label=io.harness.suite={suite}"]);
        return list.ShouldSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
