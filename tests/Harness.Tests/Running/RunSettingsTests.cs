using Harness.Engines;
using Harness.Running;
using Harness.Tests.Suites;

namespace Harness.Tests.Running;

public sealed class RunSettingsTests
{
    private static readonly Dictionary<string, string> Full = new()
    {
        ["HARNESS_OUTPUT"] = "out",
        ["HARNESS_ENGINE"] = "podman-cli",
        ["HARNESS_FILTER"] = "unit",
        ["HARNESS_JOBS"] = "3",
        ["HARNESS_MEMORY_BUDGET"] = "2GiB",
        ["HARNESS_OFFLINE"] = "yes",
        ["HARNESS_RUNS"] = "1",
    };

    [Fact]
    public void Without_a_word_from_anybody_the_defaults_hold()
    {
        var settings = Of(new() { WorkingDirectory = "/", Environment = new Dictionary<string, string>() });

        Assert.Equal(("artifacts/smoke", EngineChoice.Auto, null, null, null, false),
            (settings.Output, settings.Engine, settings.Filter, settings.Jobs, settings.MemoryBudgetBytes, settings.Offline));
        Assert.Empty(settings.Diagnostics);
    }

    [Fact]
    public void The_environment_decides_what_the_caller_leaves_open()
    {
        var settings = Of(new() { WorkingDirectory = "/", Environment = Full });

        Assert.Equal(("out", EngineChoice.PodmanCli, "unit", 3, 2L << 30, true),
            (settings.Output, settings.Engine, settings.Filter, settings.Jobs, settings.MemoryBudgetBytes, settings.Offline));
        Assert.Equal(1, settings.Overrides.Runs);
    }

    [Fact]
    public void The_caller_outranks_the_environment()
    {
        var settings = Of(new()
        {
            WorkingDirectory = "/",
            Environment = Full,
            Output = "mine",
            Engine = EngineChoice.Docker,
            Filter = "x",
            Jobs = 1,
            MemoryBudgetBytes = 5,
            Offline = false,
            Overrides = new() { Runs = 4 },
        });

        Assert.Equal(("mine", EngineChoice.Docker, "x", 1, 5L, false),
            (settings.Output, settings.Engine, settings.Filter, settings.Jobs, settings.MemoryBudgetBytes, settings.Offline));
        Assert.Equal(4, settings.Overrides.Runs);
    }

    [Theory]
    [InlineData("HARNESS_ENGINE", "dokcer", "auto, docker, podman, docker-cli or podman-cli")]
    [InlineData("HARNESS_JOBS", "0", "a whole number from 1")]
    [InlineData("HARNESS_MEMORY_BUDGET", "plenty", "a size of at least 6MiB, such as 512MiB or 4GiB")]
    [InlineData("HARNESS_MEMORY_BUDGET", "5", "a size of at least 6MiB, such as 512MiB or 4GiB")]
    [InlineData("HARNESS_OFFLINE", "maybe", "true or false")]
    public void A_bad_variable_is_an_error_that_says_what_is_expected(string name, string value, string expected)
    {
        var settings = Of(new() { WorkingDirectory = "/", Environment = new Dictionary<string, string> { [name] = value } });

        Assert.Equal(
            $"{name}: error HARN1008: The environment variable {name} must be {expected}, but is '{value}'.\n  Set it to {expected}, or unset it.",
            SuiteFolder.Show(settings.Diagnostics));
    }

    private static RunSettings Of(RunRequest request) => RunSettings.Of(request);
}
