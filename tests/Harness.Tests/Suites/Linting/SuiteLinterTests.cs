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
    [InlineData("lxml-5.2.1.tar.gz", "lxml only as source (lxml-5.2.1.tar.gz).", "Put a wheel of lxml into the wheelhouse (pip wheel), or write source-builds: allow.")]
    [InlineData("other-1.0-py3-none-any.whl", "nothing of lxml.", "Put a wheel of lxml for Linux into the wheelhouse (pip download --only-binary=:all:), or name an index-url.")]
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
