using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

[Collection("engine")] // containers are counted by the suite's name
public sealed class HarnessRunTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_green_suite_passes_twice_and_leaves_all_its_evidence()
    {
        bed.Write();

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        var result = bed.Result();
        Assert.Equal(Verdict.Passed, result.Verdict);
        Assert.Equal(ReproducibilityVerdict.Reproducible, result.Reproducibility.Verdict);
        Assert.Equal(2, result.Runs.Count);
        Assert.Equal(["sanity", "install", "freeze", "test:python"], result.Runs[0].Attempts[0].Steps.Select(step => step.Name));
        Assert.True(result.Runs[0].Attempts[0].Resources!.PeakMemoryBytes > 1 << 20);
        Assert.NotEqual(result.Runs[0].Attempts[0].Container, result.Runs[1].Attempts[0].Container);
        foreach (var name in new[] { "freeze.txt", "inspect.json", "install-report.json", "files.jsonl", "resources.jsonl", "engine-events.jsonl", "environment.json", "pip.log" })
            Assert.True(new FileInfo(Path.Combine(bed.Output, "bed/run-2/attempt-1", name)).Length > 0, name);
        Assert.Contains("greeter==1.0.0", await File.ReadAllTextAsync(Path.Combine(bed.Output, "bed/run-1/attempt-1/freeze.txt"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(bed.Output, "junit.xml")));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_lint_warns_of_is_in_the_record_and_fails_nothing()
    {
        bed.Write(keys: "runs: 1\nlimits: {memory: 8TiB}\n", requirements: "-c constraints.txt\ngreeter\nwordlist==1.0.0\n");
        bed.WriteRaw("constraints.txt", "wordlist==1.0.0\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        Assert.Equal(["requirement-unconstrained"], report.Diagnostics.Select(diagnostic => SuiteLoader.Cause(diagnostic).Name));
        Assert.Equal(
            ["requirement-unconstrained requirements.txt(2)", "limit-above-machine smoke.yml(6)"],
            bed.Result().Warnings.Select(warning => $"{warning.Name} {warning.File}({warning.Line})"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_failing_test_is_named_with_its_line_and_what_it_printed()
    {
        bed.Write(SuiteBed.Passing + "  - {name: broken, run: [python, -c, \"raise SystemExit('no greeting today')\"]}\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        var cause = bed.Result().Causes[0];
        Assert.Equal(("test-failed", "test:broken", "broken"), (cause.Name, cause.Step, cause.Subject));
        Assert.Equal(("smoke.yml", 7), (cause.File, cause.Line));
        Assert.Contains(cause.Evidence, line => line.Text == "no greeting today");
    }

    [Fact(Timeout = 120_000)]
    public async Task Output_that_does_not_match_is_an_expectation_that_failed()
    {
        bed.Write("  - {name: says, run: [echo, hello], expect: {stdout-matches: \"^goodbye\"}}\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        Assert.Equal("expectation-failed", bed.Result().Causes[0].Name);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_install_that_fails_names_the_package_and_the_line_that_asks_for_it()
    {
        bed.Write(requirements: "wordlist==1.0.0\nno-such-package==1.0\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        var result = bed.Result();
        Assert.Equal(("requirement-not-found", "no-such-package"), (result.Causes[0].Name, result.Causes[0].Subject));
        Assert.Equal(("requirements.txt", 2), (result.Causes[0].File, result.Causes[0].Line));
        Assert.Equal([Outcome.Passed, Outcome.Failed, Outcome.Skipped, Outcome.Skipped], result.Runs[0].Attempts[0].Steps.Select(step => step.Outcome));
        Assert.True(File.Exists(Path.Combine(bed.Output, "bed/run-1/attempt-1/pip.log")));
    }

    [Fact(Timeout = 120_000)]
    public async Task Requirements_that_contradict_each_other_are_a_conflict()
    {
        bed.Write(requirements: "conflict-a\nconflict-b\n");

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("dependency-conflict", bed.Result().Causes[0].Name);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_source_build_that_is_forbidden_fails_with_the_package_named()
    {
        bed.Write(
            tests: "  - {name: nothing, run: [\"true\"]}\n", keys: "source-builds: forbid\n",
            requirements: "plain-sdist\n");

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        var cause = bed.Result().Causes[0];
        Assert.Equal(("source-build", "plain-sdist"), (cause.Name, cause.Subject));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_test_that_does_not_end_is_stopped_at_its_deadline_with_what_it_printed()
    {
        bed.Write("  - {name: sleeper, run: [python, -c, \"import time; print('still here'); time.sleep(600)\"], timeout: 1s}\n", keys: "runs: 1\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        var result = bed.Result();
        Assert.Equal(("timeout-test", 1.0), (result.Causes[0].Name, result.Causes[0].Confidence));
        var step = result.Runs[0].Attempts[0].Steps[^1];
        Assert.Equal((Outcome.TimedOut, TerminationReason.Timeout), (step.Outcome, step.Termination!.Reason));
        Assert.Equal("still here\n", await File.ReadAllTextAsync(Path.Combine(bed.Output, "bed", step.Stdout!), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_test_over_the_memory_limit_died_of_it()
    {
        bed.Write(
            "  - {name: hungry, run: [python, -c, \"x = [bytearray(4 << 20) for _ in range(1000)]\"]}\n",
            keys: "runs: 1\nlimits: {memory: 192MiB, disk: 64MiB}\n");

        await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        var cause = bed.Result().Causes[0];
        Assert.Equal(("memory-limit", "HARN4001", "test:hungry"), (cause.Name, cause.Code, cause.Step));
        Assert.Contains("192MiB", cause.Remedy);
    }

    [Fact(Timeout = 120_000)]
    public async Task Tests_without_a_network_reach_nothing()
    {
        bed.Write("  - {name: offline, run: [python, -c, \"import os; print(sorted(os.listdir('/sys/class/net')))\"], expect: {stdout-matches: \"^\\\\['lo'\\\\]\"}}\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Runs_that_end_differently_are_an_outcome_drift()
    {
        bed.Write(
            "  - {name: coin, run: [mkdir, /workspace/seen]}\n", // only one of two can
            keys: "workspace: {path: shared, access: read-write}\nuser: root\n");
        Directory.CreateDirectory(Path.Combine(bed.Path, "shared"));

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, report.ExitCode);
        Assert.Equal(ReproducibilityVerdict.OutcomeDrift, bed.Result().Reproducibility.Verdict);
        Assert.Contains("test:coin", await File.ReadAllTextAsync(Path.Combine(bed.Output, "bed/diff/outcomes.diff"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_image_that_does_not_exist_is_an_infrastructure_failure()
    {
        var registry = RealEngine.Image.Split('/')[0];
        bed.Write(image: $"{registry}/harness/absent@sha256:{new string('0', 64)}");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Infrastructure, report.ExitCode);
        Assert.Equal(("image-not-found", 3), (bed.Result().Causes[0].Name, bed.Result().Causes[0].Line));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_engine_that_is_not_running_is_an_infrastructure_failure()
    {
        bed.Write();
        var environment = RealEngine.Environment;
        environment["DOCKER_HOST"] = $"unix://{bed.Path}/no.sock";

        var report = await bed.RunAsync(environment: environment, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Infrastructure, report.ExitCode);
        Assert.Equal("engine-not-running", bed.Result().Causes[0].Name);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unknown_key_is_invalid_with_line_and_column_and_starts_nothing()
    {
        bed.Write(keys: "memroy: 1GiB\n");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Invalid, report.ExitCode);
        var cause = Assert.Single(report.Results).Causes[0];
        Assert.Equal(("HARN1001", 5, 1), (cause.Code, cause.Line, cause.Column));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_image_without_a_digest_is_refused()
    {
        bed.Write(image: "python:3.11");

        var report = await bed.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Invalid, report.ExitCode);
        Assert.Equal("image-unpinned", Assert.Single(report.Results).Causes[0].Name);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_image_without_a_digest_that_is_let_pass_is_warned_of_once_with_its_digest()
    {
        bed.Write(image: RealEngine.Image.Split('@')[0] + ":3.11");

        var report = await bed.RunAsync(
            environment: new Dictionary<string, string>(RealEngine.Environment) { ["HARNESS_ALLOW_UNPINNED"] = "1" },
            cancellationToken: TestContext.Current.CancellationToken);

        var warning = Assert.Single(Assert.Single(report.Results).Warnings, warning => warning.Name == "image-unpinned");
        Assert.Contains("today it is ", warning.Summary, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_folder_without_suites_is_an_error()
    {
        var report = await bed.RunAsync(environment: new Dictionary<string, string>(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Invalid, report.ExitCode);
        Assert.Equal("HARN1007", Assert.Single(report.Diagnostics).Code);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_secret_in_the_environment_is_nowhere_in_the_artifacts()
    {
        bed.Write(
            "  - {name: leak, run: \"echo token is $API_TOKEN; echo $API_TOKEN >&2\"}\n",
            keys: "runs: 1\nenv: {API_TOKEN: \"${API_TOKEN}\"}\n");
        var environment = RealEngine.Environment;
        environment["API_TOKEN"] = "tok-6f1d0c9a";

        await bed.RunAsync(environment: environment, cancellationToken: TestContext.Current.CancellationToken);

        foreach (var file in Directory.EnumerateFiles(bed.Output, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("tok-6f1d0c9a", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Contains("token is ***", await File.ReadAllTextAsync(Path.Combine(bed.Output, "bed", bed.Result().Runs[0].Attempts[0].Steps[^1].Stdout!), TestContext.Current.CancellationToken));
    }
}
