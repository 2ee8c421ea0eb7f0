using Harness.Running;
using Harness.Tests.Suites;

namespace Harness.Tests.Running;

public sealed class UpgradeTests : IDisposable
{
    private readonly SuiteFolder folder = new();

    public UpgradeTests()
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("lock.txt", "# Written by harness pin --hashes from a green run, instead of requirements.txt.\nflask==3.0\n");
        folder.Write("constraints.txt", "# Written by harness pin from a green run.\nflask==3.0\n");
        folder.Write("ours.txt", "idna<4\n");
        folder.Write("smoke.yml", SuiteFolder.Good + "python: {requirements: [lock.txt], constraints: [constraints.txt, ours.txt]}\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_upgrade_leaves_out_what_pin_wrote_and_nothing_else()
    {
        Assert.Equal("lock.txt constraints.txt ours.txt", Inputs(Load(upgrade: null)));
        Assert.Equal("requirements.txt ours.txt", Inputs(Load(upgrade: true)));
    }

    [Fact]
    public void An_upgrade_needs_the_requirements_behind_the_lock()
    {
        File.Delete(Path.Combine(folder.Path, "requirements.txt"));

        Assert.Empty(Load(upgrade: null).Diagnostics);
        Assert.Equal(
            "lock.txt(1,1): error HARN1003: The lock stands for 'requirements.txt', but there is no such file.\n"
            + "  Create it with what is to be installed, or name the requirements in the suite.",
            SuiteFolder.Show(Load(upgrade: true).Diagnostics));
    }

    [Fact]
    public void Requirements_that_parted_from_their_pins_stop_a_run_and_neither_an_upgrade_nor_the_next_pin()
    {
        folder.Write("requirements.txt", "flask==3.1\n");
        folder.Write("smoke.yml", SuiteFolder.Good + "python: {requirements: [requirements.txt], constraints: [constraints.txt, ours.txt]}\n");

        Assert.StartsWith("requirements.txt(1,1): error HARN1017: ", SuiteFolder.Show(Load(upgrade: null).Diagnostics), StringComparison.Ordinal);
        Assert.Null(Load(upgrade: null).Suite);
        Assert.Equal("requirements.txt ours.txt", Inputs(Load(upgrade: true)));
        Assert.Equal("requirements.txt constraints.txt ours.txt", Inputs(Load(upgrade: null, replacesPins: true)));
    }

    private LoadedSuite Load(bool? upgrade, bool replacesPins = false) => SuiteLoader.Load(new()
    {
        WorkingDirectory = folder.Path,
        Environment = new Dictionary<string, string>(),
        Overrides = new() { Upgrade = upgrade },
        ReplacesPins = replacesPins,
    }).Suites.Single();

    private static string Inputs(LoadedSuite loaded) =>
        string.Join(' ', loaded.Suite!.Python.Requirements.Concat(loaded.Suite.Python.Constraints).Select(Path.GetFileName));
}
