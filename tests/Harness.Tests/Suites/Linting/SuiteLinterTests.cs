using Harness.Suites.Linting;

namespace Harness.Tests.Suites.Linting;

public sealed class SuiteLinterTests : IDisposable
{
    private const string Constrained = "{requirements: [requirements.txt], constraints: [constraints.txt]}";
    private const string Housed = "{requirements: [requirements.txt], wheelhouse: wheels}";

    private readonly SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_requirement_that_no_constraint_names_is_said_at_its_line()
    {
        folder.Write("requirements.txt", "Flask\nidna\nexact==1.0\nold; python_version < '3'\n");
        folder.Write("constraints.txt", "flask==3.0\n");

        Assert.Equal(
            "requirements.txt(2,1): warning HARN1012: idna is not in the constraints, so that another day may bring another version of it.\n"
            + "  Add idna==VERSION to the constraints; 'harness pin' writes all of them after a green run.",
            Show(Constrained));
    }

    [Fact]
    public void A_line_that_no_pip_can_install_is_an_error_and_nothing_else()
    {
        folder.Write("requirements.txt", "  flask >> 3\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "wheels"));

        Assert.Equal(
            "requirements.txt(1,3): error HARN1020: 'flask >> 3' cannot be installed: '>>' is no comparison.\n  "
            + "Write NAME, NAME==1.0, NAME>=1.0,<2, ./FOLDER or NAME @ URL; after a semicolon comes a marker such as python_version < '3.12'.",
            Show(Housed));
    }

    [Fact]
    public void Without_constraints_nothing_is_expected_of_them()
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("constraints.txt", "# none yet\n");

        Assert.Empty(Show("{requirements: [requirements.txt]}"));
        Assert.Empty(Show(Constrained));
    }

    [Fact]
    public void Constraints_that_cannot_be_read_may_hold_anything()
    {
        folder.Write("requirements.txt", "idna\n");
        folder.Write("constraints.txt", "flask==3.0\n-c https://example.org/more.txt\n");

        Assert.Empty(Show(Constrained));
    }

    [Fact]
    public void Many_lines_of_a_kind_are_counted()
    {
        folder.Write("requirements.txt", string.Concat(Enumerable.Range(10, 15).Select(number => $"p{number}\n")));
        folder.Write("constraints.txt", "flask==3.0\n");

        var found = SuiteLinter.Check(Suite(Constrained));

        Assert.Equal(10, found.Count);
        Assert.EndsWith("There are 5 more such lines.", found[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_requirement_that_the_constraints_contradict_is_said_before_pip_finds_out()
    {
        folder.Write("requirements.txt", "Greeter == 1.0.0\n");
        folder.Write("constraints.txt", "# held\ngreeter==1.1\n");

        Assert.Equal(
            "requirements.txt(1,1): error HARN1017: Greeter==1.0.0 is asked for, but the constraints hold greeter==1.1 (constraints.txt(2,1)).\n"
            + "  Let both name one version.",
            Show(Constrained));

        folder.Write("constraints.txt", "# Written by harness pin from a green run.\ngreeter==1.1\n");
        Assert.EndsWith("\n  constraints.txt was written by harness pin. Resolve anew with 'harness run --upgrade', then 'harness pin'.", Show(Constrained), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greeter==1.0", "greeter==1.0.0")]
    [InlineData("greeter==2024.1", "greeter==2024.01")]
    [InlineData("greeter==1.0", "greeter==1.0+local")]
    [InlineData("greeter==1.0rc1", "greeter==1.0.rc1")]
    [InlineData("greeter==1.*", "greeter==1.1")]
    [InlineData("greeter>=1.0", "greeter==1.1")]
    [InlineData("greeter==1.0; python_version < '3'", "greeter==1.1")]
    [InlineData("greeter==1.0", "greeter==1.1; python_version < '3'")]
    public void Versions_that_may_agree_are_left_to_pip(string requirement, string constraint)
    {
        folder.Write("requirements.txt", requirement + "\n");
        folder.Write("constraints.txt", constraint + "\n");

        Assert.Empty(Show(Constrained));
    }

    [Fact]
    public void A_lock_whose_requirements_have_changed_is_said()
    {
        folder.Write("requirements.txt", "flask\n-r more.txt\n");
        folder.Write("more.txt", "idna\n");
        var suite = Suite("{requirements: [requirements.txt]}");
        var digest = Harness.Reproducibility.Pinning.PinnedInputs.DigestOf(suite, suite.Python.Requirements);
        folder.Write("lock.txt", $"# Written by harness pin --hashes from a green run, instead of requirements.txt.\n# Made from requirements with sha256:{digest}\nflask==3.0\n");
        const string Locked = "{requirements: [lock.txt]}";

        Assert.Empty(Show(Locked));
        folder.Write("more.txt", "# a comment\r\nidna  # and another\r\n");
        Assert.Empty(Show(Locked));
        folder.Write("more.txt", "idna<3\n");
        Assert.Equal(
            "lock.txt(1,1): warning HARN1018: requirements.txt changed after lock.txt was made from it, and the latter is what is installed.\n"
            + "  Resolve anew with 'harness run --upgrade', then 'harness pin'.",
            Show(Locked));
        File.Delete(Path.Combine(folder.Path, "requirements.txt"));
        Assert.Empty(Show(Locked));
    }

    [Theory]
    [InlineData("limits: {memory: 64MiB, disk: 8GiB}", "(4,25): warning HARN1006: limits.disk is 8GiB, but files in /tmp count as memory, and limits.memory is 64MiB.\n  Raise limits.memory, or lower limits.disk.")]
    [InlineData("limits: {output: 2GiB}", "(4,10): warning HARN1006: limits.output is 2GiB, but limits.output-abort stops a step at 1GiB.\n  Raise limits.output-abort, or lower limits.output.")]
    [InlineData("timeouts: {test: 2h, suite: 1m}", "(4,12): warning HARN1006: timeouts.test is 2h, but timeouts.suite ends everything after 1m.\n  Raise timeouts.suite, or lower timeouts.test.")]
    public void A_limit_that_another_one_outruns_is_said(string keys, string expected) =>
        Assert.Equal("smoke.yml" + expected, SuiteFolder.Show(SuiteLinter.Check(folder.ReadGood($"{SuiteFolder.Good}{keys}\n"))));

    [Theory]
    [InlineData("limits: {memory: 64MiB}")]
    [InlineData("limits: {output-abort: 1MiB}")]
    [InlineData("timeouts: {suite: 30s}")]
    public void Defaults_are_nobodys_mistake(string keys) => Assert.Empty(SuiteLinter.Check(folder.ReadGood($"{SuiteFolder.Good}{keys}\n")));

    [Fact]
    public void A_hash_in_the_constraints_is_an_error()
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("constraints.txt", "# held\nflask==3.0 --hash=sha256:00\n");

        Assert.Equal(
            "constraints.txt(2,1): error HARN1013: The constraint on flask has a hash: one is enough to make pip demand hashes of every requirement, "
            + "and it then refuses flask (requirements.txt(1,1)), which has none of its own.\n"
            + "  Keep versions in the constraints and hashes in the requirements; 'harness pin --hashes' writes both after a green run.",
            Show(Constrained));
    }

    [Fact]
    public void Hashes_everywhere_are_no_error()
    {
        folder.Write("requirements.txt", "flask==3.0 --hash=sha256:00\n");
        folder.Write("constraints.txt", "flask==3.0 --hash=sha256:00\n");

        Assert.Empty(Show(Constrained));
    }

    [Theory]
    [InlineData("-r other/absent.txt", "There is no file 'other/absent.txt'.")]
    [InlineData("--constraint=helf.txt", "There is no file 'helf.txt'; the nearest beside it is 'held.txt'.")]
    public void An_included_file_that_is_not_there_is_an_error_at_its_line(string include, string message)
    {
        folder.Write("requirements.txt", "flask\n-r more/base.txt\n");
        folder.Write("more/base.txt", $"idna\n  {include}\n");
        folder.Write("more/held.txt", "");

        Assert.Equal(
            $"more/base.txt(2,3): error HARN1003: {message}\n  Create it, or correct the path; paths are relative to the file that includes it.",
            Show("{requirements: [requirements.txt]}"));
    }

    [Theory]
    [InlineData("-r /opt/base.txt")]
    [InlineData("-r ../base.txt")]
    [InlineData("-r ${BASE}.txt")]
    [InlineData("-r 'base.txt'")]
    [InlineData("-c https://example.org/base.txt")]
    public void An_included_file_that_may_be_elsewhere_is_left_to_pip(string include)
    {
        folder.Write("requirements.txt", include + "\n");

        Assert.Empty(Show("{requirements: [requirements.txt]}"));
    }

    [Theory]
    [InlineData("lxml-5.2.1.tar.gz", "lxml only as source (lxml-5.2.1.tar.gz).", "Put a wheel of lxml into the wheelhouse (pip wheel), or write source-builds: allow.")]
    [InlineData("other-1.0-py3-none-any.whl", "nothing of lxml.", "Correct the name 'lxml', or put a wheel of lxml for Linux into the wheelhouse (pip download --only-binary=:all:), or name an index-url.")]
    [InlineData("lxml-5.2.1-cp311-cp311-win_amd64.whl", "no wheel of lxml for Linux, only such as lxml-5.2.1-cp311-cp311-win_amd64.whl.", "Put a wheel of lxml for Linux into the wheelhouse (pip download --only-binary=:all:), or name an index-url.")]
    public void A_wheelhouse_without_a_wheel_that_fits_is_said(string file, string fact, string remedy)
    {
        folder.Write("requirements.txt", "lxml==5.2.1\n");
        folder.Write("wheels/" + file, "");

        Assert.Equal($"requirements.txt(1,1): warning HARN1014: The wheelhouse contains {fact}\n  {remedy}", Show(Housed));
    }

    [Theory]
    [InlineData("lxml", Housed, "source-builds: allow\n")]
    [InlineData("lxml", "{requirements: [requirements.txt], wheelhouse: wheels, index-url: \"https://example.org/simple\"}", "")]
    [InlineData("lxml", "{requirements: [requirements.txt], wheelhouse: wheels, environment: system}", "")]
    [InlineData("lxml", Housed, "env: {PIP_FIND_LINKS: /more}\n")]
    [InlineData("-f more\nlxml", Housed, "")]
    [InlineData("setuptools", Housed, "")]
    [InlineData("lxml; sys_platform == 'win32'", Housed, "")]
    [InlineData("lxml @ file:///wheels/lxml-5.2.1.tar.gz", Housed, "")]
    [InlineData("greeter", Housed, "")]
    public void What_pip_gets_elsewhere_or_may_build_is_not(string requirement, string python, string keys)
    {
        folder.Write("requirements.txt", requirement + "\n");
        folder.Write("wheels/lxml-5.2.1.tar.gz", "");
        folder.Write("wheels/greeter-1.0-py3-none-any.whl", "");

        Assert.Empty(Show(python, keys));
    }

    [Theory]
    [InlineData("greeter-1.0-py3-none-any.whl")]
    [InlineData("Greeter-1.0.tar.gz")]
    public void A_name_that_is_nearly_one_in_the_wheelhouse_is_told_it(string file)
    {
        folder.Write("requirements.txt", "gretter\n");
        folder.Write("wheels/" + file, "");

        Assert.EndsWith(
            "The wheelhouse contains nothing of gretter.\n  Correct the name: greeter is there. "
            + "Or put a wheel of gretter for Linux into the wheelhouse (pip download --only-binary=:all:), or name an index-url.",
            Show(Housed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source-builds: allow\n", ", binary: only")]
    [InlineData("source-builds: allow\n", ", only-binary: [LXML]")]
    [InlineData("source-builds: forbid\n", "")]
    public void A_build_that_another_key_rules_out_is_not_allowed(string keys, string python)
    {
        folder.Write("requirements.txt", "lxml\n");
        folder.Write("wheels/lxml-5.2.1.tar.gz", "");

        Assert.Contains("HARN1014", Show(Housed.Replace("}", python + "}", StringComparison.Ordinal), keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", constraints: [constraints.txt]", "requirements.txt(1,1): warning HARN1016: lxml is built from source (lxml-5.2.1.tar.gz), and constraints do not reach what its build uses.\n"
        + "  Name a file with the versions that builds may use in python.build-constraints (pip 25.3 or newer), or put a wheel of lxml into the wheelhouse (pip wheel).")]
    [InlineData(", constraints: [constraints.txt], build-constraints: [constraints.txt]", "")]
    [InlineData("", "")]
    public void A_build_that_no_constraint_reaches_is_said(string python, string expected)
    {
        folder.Write("requirements.txt", "lxml\n");
        folder.Write("constraints.txt", "lxml==5.2.1\n");
        folder.Write("wheels/lxml-5.2.1.tar.gz", "");

        Assert.Equal(expected, Show(Housed.Replace("}", python + "}", StringComparison.Ordinal), "source-builds: allow\n"));
    }

    private Harness.Suites.Suite Suite(string python, string keys = "") => folder.ReadGood($"{SuiteFolder.Good}python: {python}\n{keys}");

    private string Show(string python, string keys = "") => SuiteFolder.Show(SuiteLinter.Check(Suite(python, keys)));
}
