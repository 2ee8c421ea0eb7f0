using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Reproducibility;
using Harness.Suites;
using Harness.Suites.Linting;
using SuiteFolder = Harness.Tests.Suites.SuiteFolder;

namespace Harness.Tests.Diagnosis;

/// <summary>What the catalogue gives as an example is what is said, so that who searches the documentation for a message finds it.</summary>
public sealed class CauseExampleTests : IDisposable
{
    private const string Pinned = "image: python@" + SuiteFolder.Digest + "\n";
    private const string Test = "tests: [{name: imports, run: python -V}]\n";
    private const string Constrained = "python: {requirements: [requirements.txt], constraints: [constraints.txt]}\n";
    private const string Wheelhouse = "python: {requirements: [requirements.txt], constraints: [constraints.txt], wheelhouse: wheels}\n";

    private readonly SuiteFolder folder = new();

    public CauseExampleTests()
    {
        folder.Write("constraints.txt", "lxml==5.2.1\n");
        folder.Write("wheels/lxml-5.2.1.tar.gz", "");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("suite-invalid", "limits: {memroy: 1GiB}\n" + Pinned)]
    [InlineData("image-unpinned", "image: python:3.11\n")]
    [InlineData("file-missing", "python: {requirements: [requirement.txt]}\n" + Pinned)]
    [InlineData("path-outside", "workspace: {path: ..}\n" + Pinned)]
    [InlineData("variable-unset", "python: {index-url: \"${PIP_INDEX_URL}\"}\n" + Pinned)]
    [InlineData("not-acted-on", "runs: 1\nvary: [umask]\n" + Pinned)]
    [InlineData("requirement-unconstrained", Constrained + Pinned, "flask\n")]
    [InlineData("hash-in-constraints", Constrained + Pinned, "flask\n", "idna==3.6 --hash=sha256:" + "aa\nflask==3.0\n")]
    [InlineData("wheel-missing", Wheelhouse + Pinned, "lxml\n")]
    [InlineData("build-unconstrained", "source-builds: allow\n" + Wheelhouse + Pinned, "lxml\n")]
    public void A_suite_is_told_what_the_example_says(string name, string keys, string requirements = "", string? constraints = null)
    {
        folder.Write("requirements.txt", requirements);
        if (constraints is not null)
            folder.Write("constraints.txt", constraints);

        var read = folder.Read("name: api\n" + keys + Test);

        var said = read.Diagnostics.Concat(read.Suite is { } suite ? SuiteLinter.Check(suite) : []).Where(diagnostic => diagnostic.Code == CauseCatalog.Get(name).Code);
        Assert.Equal(CauseCatalog.Get(name).Example, Assert.Single(said).Message.Replace(Path.GetDirectoryName(folder.Path)!, "/home/me", StringComparison.Ordinal));
    }

    [Fact]
    public void No_suite_is_told_as_the_example_says() =>
        Assert.Equal(CauseCatalog.Get("no-suites").Example, Assert.Single(SuiteFinder.Find([], folder.Path).Diagnostics).Message);

    [Fact]
    public async Task An_engine_that_does_not_answer_is_told_as_the_example_says()
    {
        var environment = new Dictionary<string, string> { ["DOCKER_HOST"] = "unix:///nowhere/docker.sock" };

        var error = await Assert.ThrowsAsync<EngineException>(() => EngineConnector.ConnectAsync(EngineChoice.Auto, environment, TestContext.Current.CancellationToken));

        Assert.Equal(CauseCatalog.Get("engine-not-running").Example, error.Fact);
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_as_the_example_says()
    {
        var environment = new Dictionary<string, string> { ["DOCKER_HOST"] = "gopher://engine" };

        var error = await Assert.ThrowsAsync<EngineException>(() => EngineConnector.ConnectAsync(EngineChoice.Auto, environment, TestContext.Current.CancellationToken));

        Assert.StartsWith(CauseCatalog.Get("engine-not-found").Example.TrimEnd('.'), error.Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("environment-drift", ReproducibilityVerdict.EnvironmentDrift, DifferenceKinds.Version, "idna", "3.6", "3.7")]
    [InlineData("content-drift", ReproducibilityVerdict.ContentDrift, DifferenceKinds.File, "lib/python3.11/site-packages/lxml/etree.so", "a", "b")]
    [InlineData("outcome-drift", ReproducibilityVerdict.OutcomeDrift, DifferenceKinds.Outcome, "test:unit", "passed, exit code 0", "failed, exit code 1")]
    public void Drift_is_told_as_the_example_says(string name, ReproducibilityVerdict verdict, string kind, string subject, string left, string right)
    {
        var package = kind == DifferenceKinds.File ? "lxml" : null;

        var cause = DriftCause.Of(new(verdict, [new(kind, subject, left, right, Package: package)]), Harness.Evidence.SuiteEvidence.Of(folder.ReadGood(SuiteFolder.Good), Harness.Evidence.Redactor.None));

        Assert.Equal((name, CauseCatalog.Get(name).Example), (cause.Name, cause.Summary));
    }
}
