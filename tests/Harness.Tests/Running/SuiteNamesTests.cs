using Harness.Running;
using Harness.Tests.Suites;

namespace Harness.Tests.Running;

public sealed class SuiteNamesTests : IDisposable
{
    private readonly SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_invalid_suite_keeps_its_name() => Assert.Equal("typo", Names("a/smoke.yml", "name: typo\nimgae: x\n"));

    [Fact]
    public void A_suite_that_names_what_is_not_there_keeps_its_name()
    {
        folder.Write("requirements.txt", "-r absent.txt\n");

        Assert.Equal("api", Names("smoke.yml", SuiteFolder.Good + "python: {requirements: [requirements.txt]}\n"));
    }

    [Theory]
    [InlineData("imgae: x\n")]
    [InlineData("name: Bad/Name\n")]
    [InlineData("name: [\n")]
    public void A_suite_without_a_name_that_can_be_read_is_named_after_its_file(string text) => Assert.Equal("a-smoke", Names("a/smoke.yml", text));

    [Fact]
    public void A_file_elsewhere_gives_a_plain_name()
    {
        var working = Directory.CreateDirectory(Path.Combine(folder.Path, "b")).FullName;
        folder.Write("a/other.yml", "x: 1\n");

        var loaded = SuiteLoader.Load(new() { WorkingDirectory = working, Environment = new Dictionary<string, string>(), Suites = ["../a/other.yml"] });

        Assert.Equal("a-other", Assert.Single(loaded.Suites).Name);
    }

    [Fact]
    public void No_two_suites_have_one_name()
    {
        folder.Write("a/smoke.yml", "name: api\nimgae: x\n");
        folder.Write("b/smoke.yml", "name: api\nimgae: x\n");
        folder.Write("c/smoke.yml", SuiteFolder.Good.Replace("api", "b-smoke", StringComparison.Ordinal));

        Assert.Equal("api b-smoke-2 b-smoke", Names("d.yml", ""));
    }

    private string Names(string name, string text)
    {
        folder.Write(name, text);
        var loaded = SuiteLoader.Load(new() { WorkingDirectory = folder.Path, Environment = new Dictionary<string, string>() });
        return string.Join(' ', loaded.Suites.Select(suite => suite.Name));
    }
}
