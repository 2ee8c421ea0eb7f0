namespace Harness.Package.Tests.Support;

/// <summary>The image and the wheels that the build program makes; without them a test is skipped, which fails on CI.</summary>
internal static class RealEngine
{
    public static string Image => Required("HARNESS_FIXTURE_IMAGE");

    public static string Wheels => Required("HARNESS_FIXTURE_WHEELS");

    private static string Required(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{name} is not set; run: dotnet run --project build -- test");
        return value!;
    }
}
