using Harness.Evidence;
using Harness.Reproducibility.Pinning;

namespace Harness.Tests.Reproducibility.Pinning;

public sealed class PinnerTests : IDisposable
{
    private readonly PinBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact]
    public void Digest_and_exact_versions_are_written()
    {
        bed.Ran(bed.Green);

        var plan = bed.Plan();

        Assert.Equal((null, 0), (plan.Problem, plan.Notes.Count));
        Assert.Equal(["constraints.txt", "smoke.yml"], plan.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.Equal("# Written by harness pin from a green run. After requirements change: harness run --upgrade, then harness pin.\nflask==3.0\nidna==3.6\n", plan.Files[0].Text);
        Assert.Contains($"image: python:3.11@{PinBed.Digest} # the one\n", plan.Files[1].Text);
        Assert.Contains("requirements: [requirements.txt], constraints: [constraints.txt]", plan.Files[1].Text);
    }

    [Fact]
    public void What_is_pinned_already_is_not_written_again()
    {
        bed.Ran(bed.Green);
        foreach (var file in bed.Plan().Files)
            File.WriteAllText(file.Path, file.Text);
        bed.Ran(bed.Green with { Image = bed.Green.Image! with { Reference = $"python:3.11@{PinBed.Digest}" } });

        var again = bed.Plan();

        Assert.Null(again.Problem);
        Assert.Empty(again.Files);
    }

    [Fact]
    public void Hashes_go_into_requirements_that_replace_the_suites_own_because_constraints_cannot_hold_them()
    {
        bed.Ran(bed.Green);

        var plan = bed.Plan(new() { Hashes = true });

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
        bed.Ran(bed.Green);
        PinBed.Write(bed.Plan(new() { Hashes = true }));
        bed.Ran(bed.Green with { Image = bed.Green.Image! with { Reference = $"python:3.11@{PinBed.Digest}" } });

        Assert.Empty(bed.Plan(requirements: "flask  # of the web\n").Files);
        Assert.Equal(
            "Requirements have changed since requirements.lock.txt was made from them, and the run of suite api installed the latter. "
            + "Resolve anew with 'harness run --upgrade', then 'harness pin'.",
            bed.Plan(requirements: "flask<3\n").Problem);
    }

    [Fact]
    public void A_run_without_the_pins_brings_all_of_them_up_to_date()
    {
        bed.Ran(bed.Green);
        PinBed.Write(bed.Plan(new() { Hashes = true, Lock = true }));
        bed.Scratch.Write("requirements.txt", "flask<3\n");
        bed.Ran(bed.Green with { Image = bed.Green.Image! with { Reference = $"python:3.11@{PinBed.Digest}" } }, PinBed.Report.Replace("3.0", "2.9", StringComparison.Ordinal), "idna==3.6\nFlask==2.9\n");
        bed.Journaled(PinnedInputs.Without(bed.Suite("flask<3\n")));

        var plan = bed.Plan(requirements: "flask<3\n");

        Assert.Null(plan.Problem);
        Assert.Equal(["constraints.txt", "pylock.toml", "requirements.lock.txt"], plan.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.All(plan.Files, file => Assert.Contains("2.9", file.Text));
        PinBed.Write(plan);
        Assert.Null(PinnedInputs.OutdatedLockOf(bed.Suite("flask<3\n")));
        Assert.Empty(bed.Plan(requirements: "flask<3\n").Files);
    }

    [Fact]
    public void A_lock_of_a_version_that_kept_no_hash_is_never_outdated()
    {
        bed.Scratch.Write("requirements.lock.txt", "# Written by harness pin --hashes from a green run, instead of a.txt, requirements.txt.\n# The hashes\nflask==3.0\n");
        bed.Scratch.Write("a.txt", "idna\n");
        bed.Scratch.Write("smoke.yml", PinBed.Yaml("python:3.11").Replace("requirements.txt", "requirements.lock.txt", StringComparison.Ordinal));

        Assert.Null(PinnedInputs.OutdatedLockOf(bed.Suite()));
        Assert.Equal([bed.Scratch.In("a.txt"), bed.Scratch.In("requirements.txt")], PinnedInputs.Without(bed.Suite()).Python.Requirements);
    }

    [Fact]
    public void Requirements_that_changed_since_the_run_are_not_pinned()
    {
        bed.Ran(bed.Green);
        bed.Journaled(bed.Suite());

        Assert.Equal("requirements.txt has changed since the run of suite api. Run it again.", bed.Plan(requirements: "flask<3\n").Problem);
    }

    [Fact]
    public void A_red_run_of_a_pinned_suite_is_to_be_run_without_its_pins()
    {
        bed.Ran(bed.Green);
        PinBed.Write(bed.Plan());
        bed.Ran(bed.Green with { Verdict = Verdict.Failed });

        Assert.Equal(
            "The last run of suite api ended as failed, and only a green run is pinned. Run it again, with --upgrade if requirements have changed since the last pin.",
            bed.Plan().Problem);
    }

    [Fact]
    public void A_package_without_an_archive_has_no_hash_and_is_named()
    {
        bed.Ran(bed.Green, report: """{"install": [{"metadata": {"name": "r", "version": "1"}, "download_info": {"url": "https://x/r.git", "vcs_info": {"vcs": "git", "commit_id": "ab"}}}]}""");

        Assert.StartsWith("r does not come from an archive (r.git)", bed.Plan(new() { Hashes = true }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_file_names_every_archive_and_no_credentials()
    {
        bed.Ran(bed.Green);

        var text = bed.Plan(new() { Lock = true }).Files.Single(file => file.Path.EndsWith("pylock.toml", StringComparison.Ordinal)).Text;

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
        bed.Ran(bed.Green);
        bed.Scratch.Write("constraints.txt", "idna<4\n");

        Assert.Equal(
            "constraints.txt is there already and was not written by harness pin. Give --force to replace it, or --constraints NAME to write another file.",
            bed.Plan().Problem);
        Assert.Equal("pins.txt", Path.GetFileName(bed.Plan(new() { Constraints = "pins.txt" }).Files[0].Path));
        Assert.Equal("constraints.txt", Path.GetFileName(bed.Plan(new() { Force = true }).Files[0].Path));
        Assert.Contains("outside the suite's folder", bed.Plan(new() { Constraints = "../pins.txt" }).Problem);
    }

    [Fact]
    public void Only_a_green_run_of_the_same_image_is_pinned()
    {
        Assert.Contains("holds no run of suite api", bed.Plan().Problem);
        bed.Ran(bed.Green with { Verdict = Verdict.NotReproducible });
        Assert.Contains("ended as not-reproducible", bed.Plan().Problem);
        bed.Ran(bed.Green with { Image = new("python:3.12") });
        Assert.Contains("names another image than it ran in (python:3.12)", bed.Plan().Problem);
    }

    [Fact]
    public void An_image_from_the_environment_is_a_note()
    {
        bed.Ran(bed.Green);

        var plan = bed.Plan(image: "${IMAGE}");

        Assert.Equal($"The image is not written in smoke.yml itself. Pin it where it comes from: python:3.11@{PinBed.Digest}", Assert.Single(plan.Notes));
    }
}
