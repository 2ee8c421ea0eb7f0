using Harness.Evidence;
using Harness.Reproducibility.Pinning;
using Harness.Suites;
using Harness.Tests.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Reproducibility.Pinning;

public sealed class PinnerTests : IDisposable
{
    private const string Digest = Tests.Suites.SuiteFolder.Digest;

    private const string Report =
        """
        {"version": "1", "pip_version": "24.0", "install": [
          {"metadata": {"name": "idna", "version": "3.6"}, "download_info": {"url": "https://user:word@index/idna-3.6-py3-none-any.whl", "archive_info": {"hashes": {"sha256": "aa"}}}},
          {"metadata": {"name": "Flask", "version": "3.0"}, "download_info": {"url": "file:///wheels/flask-3.0.tar.gz", "archive_info": {"hash": "sha256=ff"}}}]}
        """;

    private readonly ScratchFolder scratch = new();
    private readonly SuiteResult green = Samples.Passed with { Image = new("python:3.11", Digest), Environment = new() { Python = "3.11.9" } };

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Digest_and_exact_versions_are_written()
    {
        Ran(green);

        var plan = Plan();

        Assert.Equal((null, 0), (plan.Problem, plan.Notes.Count));
        Assert.Equal(["constraints.txt", "smoke.yml"], plan.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.Equal("# Written by harness pin from a green run. After requirements change: harness run --upgrade, then harness pin.\nflask==3.0\nidna==3.6\n", plan.Files[0].Text);
        Assert.Contains($"image: python:3.11@{Digest} # the one\n", plan.Files[1].Text);
        Assert.Contains("requirements: [requirements.txt], constraints: [constraints.txt]", plan.Files[1].Text);
    }

    [Fact]
    public void What_is_pinned_already_is_not_written_again()
    {
        Ran(green);
        foreach (var file in Plan().Files)
            File.WriteAllText(file.Path, file.Text);
        Ran(green with { Image = green.Image! with { Reference = $"python:3.11@{Digest}" } });

        var again = Plan();

        Assert.Null(again.Problem);
        Assert.Empty(again.Files);
    }

    [Fact]
    public void Hashes_go_into_requirements_that_replace_the_suites_own_because_constraints_cannot_hold_them()
    {
        Ran(green);

        var plan = Plan(new() { Hashes = true });

        Assert.DoesNotContain("--hash", plan.Files[0].Text);
        Assert.Equal(
            """
            # Written by harness pin --hashes from a green run, instead of requirements.txt.
            # Made from requirements with sha256:76f8bae45e807865955344c1a58882d38c8ceb4f855f58091642b7d48290af97
            # The hashes are those of the archives that this platform installs; on another one pin again.
            Flask==3.0 \
                --hash=sha256:ff
            idna==3.6 \
                --hash=sha256:aa

            """,
            plan.Files[1].Text);
        Assert.Contains("requirements: [requirements.lock.txt], constraints: [constraints.txt]", plan.Files[2].Text);
    }

    [Fact]
    public void A_lock_whose_requirements_have_changed_is_not_pinned_again_from_a_run_of_it()
    {
        Ran(green);
        Write(Plan(new() { Hashes = true }));
        Ran(green with { Image = green.Image! with { Reference = $"python:3.11@{Digest}" } });

        Assert.Empty(Plan(requirements: "flask  # of the web\n").Files);
        Assert.Equal(
            "Requirements have changed since requirements.lock.txt was made from them, and the run of suite api installed the latter. "
            + "Resolve anew with 'harness run --upgrade', then 'harness pin'.",
            Plan(requirements: "flask<3\n").Problem);
    }

    [Fact]
    public void A_run_without_the_pins_brings_all_of_them_up_to_date()
    {
        Ran(green);
        Write(Plan(new() { Hashes = true, Lock = true }));
        scratch.Write("requirements.txt", "flask<3\n");
        Ran(green with { Image = green.Image! with { Reference = $"python:3.11@{Digest}" } }, Report.Replace("3.0", "2.9", StringComparison.Ordinal), "idna==3.6\nFlask==2.9\n");
        Journaled(PinnedInputs.Without(Suite("flask<3\n")));

        var plan = Plan(requirements: "flask<3\n");

        Assert.Null(plan.Problem);
        Assert.Equal(["constraints.txt", "pylock.toml", "requirements.lock.txt"], plan.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.All(plan.Files, file => Assert.Contains("2.9", file.Text));
        Write(plan);
        Assert.Null(PinnedInputs.OutdatedLockOf(Suite("flask<3\n")));
        Assert.Empty(Plan(requirements: "flask<3\n").Files);
    }

    [Fact]
    public void A_lock_of_a_version_that_kept_no_hash_is_never_outdated()
    {
        scratch.Write("requirements.lock.txt", "# Written by harness pin --hashes from a green run, instead of a.txt, requirements.txt.\n# The hashes\nflask==3.0\n");
        scratch.Write("a.txt", "idna\n");
        scratch.Write("smoke.yml", Yaml("python:3.11").Replace("requirements.txt", "requirements.lock.txt", StringComparison.Ordinal));

        Assert.Null(PinnedInputs.OutdatedLockOf(Suite()));
        Assert.Equal([scratch.In("a.txt"), scratch.In("requirements.txt")], PinnedInputs.Without(Suite()).Python.Requirements);
    }

    [Fact]
    public void Requirements_that_changed_since_the_run_are_not_pinned()
    {
        Ran(green);
        Journaled(Suite());

        Assert.Equal("requirements.txt has changed since the run of suite api. Run it again.", Plan(requirements: "flask<3\n").Problem);
    }

    [Fact]
    public void A_red_run_of_a_pinned_suite_is_to_be_run_without_its_pins()
    {
        Ran(green);
        Write(Plan());
        Ran(green with { Verdict = Verdict.Failed });

        Assert.Equal(
            "The last run of suite api ended as failed, and only a green run is pinned. Run it again, with --upgrade if requirements have changed since the last pin.",
            Plan().Problem);
    }

    [Fact]
    public void A_package_without_an_archive_has_no_hash_and_is_named()
    {
        Ran(green, report: """{"install": [{"metadata": {"name": "r", "version": "1"}, "download_info": {"url": "https://x/r.git", "vcs_info": {"vcs": "git", "commit_id": "ab"}}}]}""");

        Assert.StartsWith("r does not come from an archive (r.git)", Plan(new() { Hashes = true }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_workspace_brings_is_not_pinned_and_that_is_said()
    {
        Ran(green, Own("file:///workspace", """ "dir_info": {"editable": true} """));
        Inspected("file:///workspace", """ "dir_info": {"editable": true} """);

        var plan = Plan(new() { Lock = true });

        Assert.Equal(["shop comes from ., and is not pinned: its version is the project's own."], plan.Notes);
        Assert.EndsWith("\nflask==3.0\nheld==2.0\n", plan.Files[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("shop", plan.Files.Single(file => file.Path.EndsWith("pylock.toml", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.StartsWith("shop does not come from an archive", Plan(new() { Hashes = true }).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///workspace/dist/shop-1.2.0-py3-none-any.whl", "./dist/shop-1.2.0-py3-none-any.whl")]
    [InlineData("file:///workspace/built%20here/shop-1.2.0-py3-none-any.whl", "file:///workspace/built%20here/shop-1.2.0-py3-none-any.whl")]
    public void A_lock_finds_an_archive_of_the_workspace_where_it_is(string url, string line)
    {
        const string Archive = """ "archive_info": {"hashes": {"sha256": "cc"}} """;
        Ran(green, Own(url, Archive));
        Inspected(url, Archive);

        var plan = Plan(new() { Hashes = true });

        Assert.Equal((null, 0), (plan.Problem, plan.Notes.Count));
        Assert.DoesNotContain("shop", plan.Files[0].Text, StringComparison.Ordinal);
        Assert.EndsWith($"\nflask==3.0 \\\n    --hash=sha256:ff\n{line} \\\n    --hash=sha256:cc\n", plan.Files[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("shop comes from ./", Assert.Single(Plan().Notes), StringComparison.Ordinal);
        Assert.Contains(", and is not in pylock.toml: ", Assert.Single(Plan(new() { Hashes = true, Lock = true }).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_editable_folder_in_a_list_of_an_older_pip_is_not_pinned()
    {
        Ran(green, freeze: "idna==3.6\n# Editable install with no version control (shop==1.2.0)\n-e /workspace\n");

        Assert.EndsWith("\nidna==3.6\n", Plan().Files[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_file_names_every_archive_and_no_credentials()
    {
        Ran(green);

        var text = Plan(new() { Lock = true }).Files.Single(file => file.Path.EndsWith("pylock.toml", StringComparison.Ordinal)).Text;

        Assert.Equal(
            """
            # Written by harness pin --lock from a green run.
            lock-version = "1.0"
            requires-python = "==3.11.*"
            created-by = "harness"

            [[packages]]
            name = "flask"
            version = "3.0"
            sdist = { name = "flask-3.0.tar.gz", path = "wheels/flask-3.0.tar.gz", hashes = { sha256 = "ff" } }

            [[packages]]
            name = "idna"
            version = "3.6"
            wheels = [{ name = "idna-3.6-py3-none-any.whl", url = "https://index/idna-3.6-py3-none-any.whl", hashes = { sha256 = "aa" } }]

            """,
            text);
    }

    [Fact]
    public void A_file_of_the_users_is_not_replaced_without_being_told()
    {
        Ran(green);
        scratch.Write("constraints.txt", "idna<4\n");

        Assert.Equal(
            "constraints.txt is there already and was not written by harness pin. Give --force to replace it, or --constraints NAME to write another file.",
            Plan().Problem);
        Assert.Equal("pins.txt", Path.GetFileName(Plan(new() { Constraints = "pins.txt" }).Files[0].Path));
        Assert.Equal("constraints.txt", Path.GetFileName(Plan(new() { Force = true }).Files[0].Path));
        Assert.Contains("outside the suite's folder", Plan(new() { Constraints = "../pins.txt" }).Problem);
    }

    [Fact]
    public void Only_a_green_run_of_the_same_image_is_pinned()
    {
        Assert.Contains("holds no run of suite api", Plan().Problem);
        Ran(green with { Verdict = Verdict.NotReproducible });
        Assert.Contains("ended as not-reproducible", Plan().Problem);
        Ran(green with { Image = new("python:3.12") });
        Assert.Contains("names another image than it ran in (python:3.12)", Plan().Problem);
    }

    [Fact]
    public void An_image_from_the_environment_is_a_note()
    {
        Ran(green);

        var plan = Plan(image: "${IMAGE}");

        Assert.Equal($"The image is not written in smoke.yml itself. Pin it where it comes from: python:3.11@{Digest}", Assert.Single(plan.Notes));
    }

    private static void Write(PinPlan plan)
    {
        foreach (var file in plan.Files)
            File.WriteAllText(file.Path, file.Text);
    }

    // Beside what comes from the wheelhouse, which pip reports as a file as well.
    private static string Own(string url, string info) =>
        $$$"""
        {"install": [
          {"metadata": {"name": "shop", "version": "1.2.0"}, "is_direct": true, "download_info": {"url": "{{{url}}}", {{{info}}} } },
          {"metadata": {"name": "flask", "version": "3.0"}, "is_direct": false, "download_info": {"url": "file:///workspace/wheels/flask-3.0.tar.gz", "archive_info": {"hash": "sha256=ff"} } }]}
        """;

    private void Inspected(string url, string info) => scratch.Write("out/api/run-1/attempt-1/inspect.json",
        $$$"""
        {"installed": [
          {"metadata": {"name": "shop", "version": "1.2.0"}, "direct_url": {"url": "{{{url}}}", {{{info}}} } },
          {"metadata": {"name": "held", "version": "2.0"}, "direct_url": {"url": "file:///opt/held", "dir_info": {} } },
          {"metadata": {"name": "flask", "version": "3.0"}}]}
        """);

    private static string Yaml(string image) =>
        $"name: api\nimage: {image} # the one\npython: {{requirements: [requirements.txt], wheelhouse: wheels}}\ntests: [{{name: t, run: \"true\"}}]\n";

    private void Journaled(Suite suite)
    {
        using var journal = new Journal(scratch.In("out", "api", "journal.jsonl"), TimeProvider.System);
        journal.Suite(SuiteEvidence.Of(suite, Redactor.None));
    }

    private void Ran(SuiteResult result, string report = Report, string freeze = "idna==3.6\nFlask==3.0\npip==24.0\n")
    {
        ResultFile.Write(scratch.In("out", "api", "result.json"), result);
        scratch.Write("out/api/run-1/attempt-1/install-report.json", report);
        scratch.Write("out/api/run-1/attempt-1/freeze.txt", freeze);
        scratch.Write("requirements.txt", "flask\n");
        Directory.CreateDirectory(scratch.In("wheels"));
    }

    private PinPlan Plan(PinOptions? options = null, string image = "python:3.11", string requirements = "flask\n") =>
        Pinner.Plan(Suite(requirements, image), new ArtifactsFolder(scratch.In("out")), options ?? new());

    private Suite Suite(string requirements = "flask\n", string image = "python:3.11")
    {
        if (!File.Exists(scratch.In("smoke.yml")))
            scratch.Write("smoke.yml", Yaml(image));
        scratch.Write("requirements.txt", requirements);
        Directory.CreateDirectory(scratch.In("wheels"));
        var read = SuiteReader.Read("smoke.yml", new()
        {
            WorkingDirectory = scratch.Path,
            Overrides = new() { AllowUnpinned = true },
            Environment = new Dictionary<string, string> { ["IMAGE"] = "python:3.11" },
        });
        Assert.NotNull(read.Suite);
        return read.Suite;
    }
}
