using System.Collections;

namespace Harness.Tests.Support;

/// <summary>The engine, image and wheels that the build program sets up; without them a test is skipped, which fails on CI.</summary>
public static class RealEngine
{
    public static string Image => Required("HARNESS_FIXTURE_IMAGE");

    public static string Wheels => Required("HARNESS_FIXTURE_WHEELS");

    /// <summary>Where the Podman for tests answers.</summary>
    public static string Podman => Required("HARNESS_PODMAN_HOST");

    public static Dictionary<string, string> Environment => System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string Required(string name)
    {
        var value = System.Environment.GetEnvironmentVariable(name);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{name} is not set; run: dotnet run --project build -- test");
        return value!;
    }
}
