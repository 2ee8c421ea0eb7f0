using Harness.Build.Fixtures;

namespace Harness.Build.Tests.Fixtures;

public sealed class MmdebstrapTests
{
    [Fact]
    public void What_the_builders_environment_says_to_Python_does_not_reach_the_image()
    {
        var environment = new Dictionary<string, string?> { ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONHASHSEED"] = "7", ["PATH"] = "/bin" };

        Mmdebstrap.Settle(environment);

        Assert.Equal(["PATH", "SOURCE_DATE_EPOCH"], environment.Keys.Order(StringComparer.Ordinal));
    }
}
