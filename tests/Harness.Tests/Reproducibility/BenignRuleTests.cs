using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Reproducibility.Pip;

namespace Harness.Tests.Reproducibility;

public class BenignRuleTests
{
    private const string Info = "lib/site-packages/idna-3.6.dist-info";

    private static readonly string[] Common = ["lib/site-packages/idna/core.py", "lib/site-packages/idna/__init__.py"];

    [Theory]
    [InlineData("lib/site-packages/idna/__pycache__/core.cpython-311.pyc", "bytecode")]
    [InlineData("lib/site-packages/idna/__pycache__/core.cpython-311.opt-1.pyc", "bytecode")]
    [InlineData("lib/site-packages/idna/core.pyc", "bytecode")]
    [InlineData(Info + "/direct_url.json", "direct-url")]
    [InlineData(Info + "/INSTALLER", "installer")]
    [InlineData(Info + "/REQUESTED", "installer")]
    public void A_file_that_says_nothing_about_what_is_installed_may_differ(string path, string rule)
    {
        var comparison = Compare([path]);

        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
        Assert.Equal((true, rule), (comparison.Differences.Single().Benign, comparison.Differences.Single().Rule));
    }

    [Theory]
    [InlineData("lib/site-packages/idna/secret.pyc")]
    [InlineData("lib/site-packages/idna/__pycache__/secret.cpython-311.pyc")]
    [InlineData("lib/site-packages/idna/core.pyc.py")]
    [InlineData("lib/site-packages/idna/INSTALLER")]
    [InlineData("lib/site-packages/direct_url.json")]
    [InlineData(Info + "/xINSTALLER")]
    [InlineData(Info + "/METADATA")]
    [InlineData(Info + "/RECORD")]
    [InlineData("INSTALLER")]
    public void Other_files_may_not_differ(string path)
    {
        var comparison = Compare([path]);

        Assert.Equal(ReproducibilityVerdict.ContentDrift, comparison.Verdict);
        Assert.Equal((false, "payload"), (comparison.Differences.Single().Benign, comparison.Differences.Single().Rule));
    }

    [Fact]
    public void A_record_may_differ_when_a_note_of_the_installer_beside_it_does()
    {
        var comparison = Compare([$"{Info}/RECORD", $"{Info}/direct_url.json"]);

        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
        Assert.Equal(["direct-url", "record"], comparison.Differences.Select(difference => difference.Rule).Order());
    }

    [Fact]
    public void A_record_may_differ_when_byte_code_is_there_in_one_run_only()
    {
        var comparison = Compare([$"{Info}/RECORD"], onlyRight: ["lib/site-packages/idna/__pycache__/core.cpython-311.pyc"]);

        Assert.Equal(ReproducibilityVerdict.Reproducible, comparison.Verdict);
    }

    [Fact]
    public void A_record_may_not_differ_when_only_the_contents_of_byte_code_do()
    {
        var comparison = Compare([$"{Info}/RECORD", "lib/site-packages/idna/__pycache__/core.cpython-311.pyc"]);

        Assert.Equal(ReproducibilityVerdict.ContentDrift, comparison.Verdict);
        Assert.Equal($"{Info}/RECORD", comparison.Differences.Single(difference => !difference.Benign).Subject);
    }

    [Fact]
    public void A_record_may_not_differ_when_the_note_is_another_distributions() =>
        Assert.Equal(
            ReproducibilityVerdict.ContentDrift,
            Compare([$"{Info}/RECORD", "lib/site-packages/flask-3.0.dist-info/direct_url.json"]).Verdict);

    [Fact]
    public void A_record_may_not_differ_when_a_file_of_the_program_does()
    {
        var comparison = Compare([$"{Info}/RECORD", $"{Info}/direct_url.json", "bin/idna"]);

        Assert.Equal(["bin/idna", $"{Info}/RECORD"], comparison.Differences.Where(difference => !difference.Benign).Select(difference => difference.Subject));
    }

    [Theory]
    [InlineData("shebang", "bin/idna")]
    [InlineData("timestamp", "lib/site-packages/idna/built.py")]
    [InlineData("record", Info + "/RECORD")]
    public void A_file_may_differ_in_what_says_nothing_and_in_nothing_else(string rule, string path)
    {
        Assert.Equal((true, rule), Of(Without("11", "33"), Without("22", "33")));
        Assert.Equal((false, "payload"), Of(Without("11", "33"), Without("22", "44")));
        Assert.Equal((false, "payload"), Of(Without("11", "33"), new(path, 1, "22")));

        FileEntry Without(string hash, string plain) => new(path, 1, hash, null, rule, plain);
    }

    [Fact]
    public void A_list_of_files_comes_after_the_files()
    {
        var comparison = Compare([Info + "/RECORD", "lib/site-packages/idna/built.py"]);

        Assert.Equal(["lib/site-packages/idna/built.py", Info + "/RECORD"], comparison.Differences.Select(difference => difference.Subject));
    }

    [Theory]
    [InlineData("lib/_fast.cpython-311-x86_64-linux-gnu.so", true, true, "native-build")]
    [InlineData("lib/libfast.so.1", true, true, "native-build")]
    [InlineData("lib/_fast.so", true, false, "payload")]
    [InlineData("lib/fast.py", true, true, "payload")]
    public void Machine_code_that_both_runs_built_has_a_name_of_its_own(string path, bool left, bool right, string rule) =>
        Assert.Equal((false, rule), Of(new(path, 1, "11", Built: left), new(path, 1, "22", Built: right)));

    private static (bool Benign, string? Rule) Of(FileEntry left, FileEntry right)
    {
        var difference = Assert.Single(Comparer.Compare(Run([left]), Run([right])).Differences);
        return (difference.Benign, difference.Rule);
    }

    private static Comparison Compare(string[] differing, string[]? onlyRight = null)
    {
        var common = Common.Select(path => new FileEntry(path, 1, "00")).ToArray();
        return Comparer.Compare(
            Run([.. common, .. differing.Select(path => new FileEntry(path, 1, "11"))]),
            Run([.. common, .. differing.Select(path => new FileEntry(path, 1, "22")), .. (onlyRight ?? []).Select(path => new FileEntry(path, 1, "33"))]));
    }

    private static RunSnapshot Run(FileEntry[] files) => new()
    {
        Inspected = new Dictionary<string, InstalledPackage>(),
        Files = files.ToDictionary(file => file.Path),
        Steps = Array.Empty<StepResult>(),
    };
}
