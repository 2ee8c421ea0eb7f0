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
        Assert.Equal("# Written by harness pin from a green run; pin again after requirements change.\nflask==3.0\nidna==3.6\n", plan.Files[0].Text);
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
    public void A_package_without_an_archive_has_no_hash_and_is_named()
    {
        Ran(green, report: """{"install": [{"metadata": {"name": "r", "version": "1"}, "download_info": {"url": "https://x/r.git", "vcs_info": {"vcs": "git", "commit_id": "ab"}}}]}""");

        Assert.StartsWith("r does not come from an archive (r.git)", Plan(new() { Hashes = true }).Problem, StringComparison.Ordinal);
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
        Assert.Contains("came to not-reproducible", Plan().Problem);
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

    private void Ran(SuiteResult result, string report = Report)
    {
        ResultFile.Write(scratch.In("out", "api", "result.json"), result);
        scratch.Write("out/api/run-1/attempt-1/install-report.json", report);
        scratch.Write("out/api/run-1/attempt-1/freeze.txt", "idna==3.6\nFlask==3.0\npip==24.0\n");
        scratch.Write("requirements.txt", "flask\n");
        Directory.CreateDirectory(scratch.In("wheels"));
    }

    private PinPlan Plan(PinOptions? options = null, string image = "python:3.11")
    {
        if (!File.Exists(scratch.In("smoke.yml")))
            scratch.Write("smoke.yml", $"name: api\nimage: {image} # the one\npython: {{requirements: [requirements.txt], wheelhouse: wheels}}\ntests: [{{name: t, run: \"true\"}}]\n");
        scratch.Write("requirements.txt", "flask\n");
        Directory.CreateDirectory(scratch.In("wheels"));
        var read = SuiteReader.Read("smoke.yml", new()
        {
            WorkingDirectory = scratch.Path,
            Overrides = new() { AllowUnpinned = true },
            Environment = new Dictionary<string, string> { ["IMAGE"] = "python:3.11" },
        });
        Assert.NotNull(read.Suite);
        return Pinner.Plan(read.Suite, new ArtifactsFolder(scratch.In("out")), options ?? new());
    }
}
