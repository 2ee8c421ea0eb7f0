namespace Harness.Tests.Suites;

public sealed class SuiteVariablesTests : IDisposable
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["A"] = "x",
        ["B_2"] = "y",
        ["EMPTY"] = "",
        ["NESTED"] = "${A}",
        ["DIGEST"] = SuiteFolder.Digest,
        ["DIR"] = "wheels",
    };

    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("${A}", "x")]
    [InlineData("-${A}-${B_2}-${A}-", "-x-y-x-")]
    [InlineData("${EMPTY}", "")]
    [InlineData("${NESTED}", "${A}")]
    [InlineData("$${A}", "${A}")]
    [InlineData("a$${b", "a${b")]
    [InlineData("$$${A}", "$${A}")]
    [InlineData("$A $$ $", "$A $$ $")]
    [InlineData("}{$", "}{$")]
    public void A_variable_is_expanded_once(string written, string expanded) =>
        Assert.Equal(expanded, _folder.ReadGood(SuiteFolder.Good + $"env: {{V: '{written}'}}", Environment).Environment["V"]);

    [Fact]
    public void Image_indexes_wheelhouse_and_every_env_are_expanded()
    {
        _folder.Write("wheels/x.whl", "");

        var suite = _folder.ReadGood(
            """
            name: api
            image: python@${DIGEST}
            python: {index-url: "https://${A}/simple", extra-index-urls: ["https://${B_2}"], wheelhouse: "${DIR}"}
            env: {V: "${A}"}
            tests: [{name: a, run: "echo ${A}", env: {V: "${B_2}"}}]
            """,
            Environment);

        Assert.Equal($"python@{SuiteFolder.Digest}", suite.Image);
        Assert.Equal("https://x/simple", suite.Python.IndexUrl);
        Assert.Equal(["https://y"], suite.Python.ExtraIndexUrls);
        Assert.Equal(Path.Combine(_folder.Path, "wheels"), suite.Python.Wheelhouse);
        Assert.Equal("x", suite.Environment["V"]);
        Assert.Equal("y", suite.Tests[0].Environment["V"]);
        Assert.Equal("echo ${A}", suite.Tests[0].Command[^1]);
    }

    [Fact]
    public void A_variable_that_is_not_set_is_named() => Assert.Equal(
        "smoke.yml(2,8): error HARN1005: 'image' reads the environment variable IMAGE, which is not set.\n"
        + "  Set IMAGE before the run, or write $${IMAGE} if the text itself is meant.",
        Show("name: api\nimage: ${IMAGE}\ntests: [{name: a, run: b}]\n"));

    [Fact]
    public void Every_variable_that_is_not_set_is_named()
    {
        var result = _folder.Read(SuiteFolder.Good + "env: {V: '${NO} ${A} ${NOPE}'}", Environment);

        Assert.Equal(["HARN1005", "HARN1005"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("${}")]
    [InlineData("${A")]
    [InlineData("${A-b}")]
    [InlineData("${A:-b}")]
    [InlineData("${ A}")]
    [InlineData("${1}")]
    [InlineData("${Ä}")]
    public void What_is_no_variable_is_refused(string written) => Assert.Equal(
        $"smoke.yml(4,10): error HARN1001: 'env.V' has a '${{' that is no variable: '{written}'.\n"
        + "  Write ${NAME}, with letters, digits and underscores and nothing else, or $${ for the text itself.",
        Show(SuiteFolder.Good + $"env: {{V: '{written}'}}"));

    [Theory]
    [InlineData("index-url", "Set the variable to an index's address.")]
    [InlineData("wheelhouse", "Set the variable to a folder.")]
    public void A_variable_that_is_empty_where_something_is_needed_is_named(string key, string remedy) => Assert.Equal(
        $"smoke.yml(4,{12 + key.Length}): error HARN1001: 'python.{key}' is empty once '${{EMPTY}}' is replaced.\n  {remedy}",
        Show(SuiteFolder.Good + $"python: {{{key}: '${{EMPTY}}'}}"));

    [Fact]
    public void A_variable_that_would_configure_harness_is_warned_about()
    {
        var result = _folder.Read(SuiteFolder.Good + "env: {HARNESS_RUNS: 5}");

        Assert.Equal("5", result.Suite!.Environment["HARNESS_RUNS"]);
        Assert.Equal(
            "smoke.yml(4,7): warning HARN1001: The variable HARNESS_RUNS is passed to the container, but does not configure Harness, as its name suggests.\n"
            + "  Set it in the caller's environment, or choose another name.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void What_a_list_has_twice_is_taken_once_and_said()
    {
        _folder.Write("requirements.txt", "flask\n");

        var result = _folder.Read(SuiteFolder.Good + "python: {requirements: [requirements.txt, ./requirements.txt]}\n");

        Assert.Single(result.Suite!.Python.Requirements);
        Assert.Equal("smoke.yml(4,43): warning HARN1006: 'python.requirements[1]' has no effect: the list has the same before.\n  Remove it.", SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void What_has_no_effect_is_said()
    {
        var result = _folder.Read(SuiteFolder.Good + "vary: [locale]\nruns: 1\n");

        Assert.NotNull(result.Suite);
        Assert.Equal(
            "smoke.yml(4,7): warning HARN1006: 'vary' has no effect: there is one run, and the second one is what it varies.\n  Let there be two runs, or remove it.",
            SuiteFolder.Show(result.Diagnostics));
    }

    private string Show(string yaml)
    {
        var result = _folder.Read(yaml, Environment);
        Assert.Null(result.Suite);
        return SuiteFolder.Show(result.Diagnostics);
    }
}
