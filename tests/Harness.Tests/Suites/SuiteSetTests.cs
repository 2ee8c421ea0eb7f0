using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class SuiteSetTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Suites_of_different_names_go_together()
    {
        var suites = new[] { Read("a.yml", "a"), Read("b.yml", "b") };

        Assert.Empty(SuiteSet.Check(suites));
    }

    [Fact]
    public void Two_suites_of_one_name_do_not()
    {
        var suites = new[] { Read("one/smoke.yml", "api"), Read("two/smoke.yml", "api"), Read("b.yml", "b") };

        Assert.Equal(
            "two/smoke.yml(1,1): error HARN1001: Two suites of this invocation are named 'api'; the other is one/smoke.yml.\n"
            + "  Give each suite a name of its own, or run them one at a time with outputs of their own.",
            SuiteFolder.Show(SuiteSet.Check(suites)));
    }

    private Suite Read(string file, string name)
    {
        _folder.Write(file, SuiteFolder.Good.Replace("name: api", $"name: {name}", StringComparison.Ordinal));
        return SuiteReader.Read(file, new() { WorkingDirectory = _folder.Path }).Suite!;
    }
}
