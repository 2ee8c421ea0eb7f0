using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Tests.Reporting;

/// <summary>Records of suites, one for each thing that can come out.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly ResourceUse Use = new()
    {
        PeakMemoryBytes = 101 << 20,
        MemoryLimitBytes = 512 << 20,
        CpuSeconds = 9.1,
        OomKills = 0,
        DiskUsedBytes = 40 << 20,
        PidsPeak = 3,
    };

    public static SuiteResult Passed => Suite("api", Verdict.Passed, [Run(1, Green(1)), Run(2, Green(1))]) with
    {
        Reproducibility = new Comparison(
            ReproducibilityVerdict.Reproducible,
            [
                new Difference("file", "site/idna/__pycache__/core.cpython-311.pyc", "sha256:11 9 bytes", "sha256:22 9 bytes", true, "bytecode"),
                new Difference("file", "site/idna-3.6.dist-info/direct_url.json", "sha256:11 9 bytes", null, true, "direct-url"),
            ]),
    };

    public static SuiteResult TestFailed
    {
        get
        {
            var cause = Cause("test-failed", "test unit ended with exit code 1, expected 0", "Read the test's output.") with
            {
                Evidence = [new EvidenceLine("exit-code", "1, expected 0"), new EvidenceLine("stderr", "AssertionError: 1 != 2")],
                File = "smoke.yml",
                Line = 31,
                Column = 5,
                Step = "test:unit",
                Subject = "unit",
            };
            Attempt Red() => Attempt(1, Outcome.Failed,
                [
                    Step("sanity", Outcome.Passed, 0), Step("install", Outcome.Passed, 0), Step("freeze", Outcome.Passed, 0),
                    Step("test:unit", Outcome.Failed, 1), Step("test:e2e", Outcome.Skipped),
                ]) with
            { Causes = [cause] };
            return Suite("web", Verdict.Failed, [Run(1, Red()), Run(2, Red())]) with { Causes = [cause], DurationSeconds = 5.1 };
        }
    }

    public static SuiteResult MemoryLimit
    {
        get
        {
            var cause = Cause("memory-limit", "install was killed by the kernel at the memory limit of 512 MiB", "Raise limits.memory above 512MiB, or use a wheel of lxml.") with
            {
                Confidence = 0.82,
                Evidence = [new EvidenceLine("cgroup", "oom_kill rose from 0 to 1 during install"), new EvidenceLine("engine-events", "oom, then exec_die 137")],
                Contradictions = [new EvidenceLine("container-state", "OOMKilled is false")],
                WouldSettle = "the kernel's log",
                File = "requirements.txt",
                Line = 3,
                Step = "install",
                Subject = "lxml",
            };
            var other = Cause("killed-externally", "somebody else killed the container", "Look for clean-up jobs.") with { Confidence = 0.1, Step = "install" };
            var attempt = Attempt(1, Outcome.Failed,
                [
                    Step("sanity", Outcome.Passed, 0),
                    Step("install", Outcome.Failed, 137) with
                    {
                        Signal = 9,
                        Termination = new Termination(TerminationReason.Memory, 137, 9, TerminatedBy.Kernel),
                        TruncatedBytes = 1_000_000,
                        Command = ["python3", "-m", "pip", "install", "-r", "requirements.txt"],
                    },
                    Step("freeze", Outcome.Skipped), Step("test:imports", Outcome.Skipped),
                ]) with
            {
                Causes = [cause, other],
                Termination = new Termination(TerminationReason.Memory, 137, 9, TerminatedBy.Kernel),
                Resources = Use with { PeakMemoryBytes = 512 << 20, OomKills = 1 },
            };
            return Suite("lxml", Verdict.Failed, [Run(1, attempt)]) with
            {
                Causes = [cause, other],
                Statistics = new Statistics(1, 0, 0, SecondsToKill: 3.2, StepsBeforeKill: 1),
            };
        }
    }

    public static SuiteResult NotReproducible
    {
        get
        {
            var cause = Cause("environment-drift", "the runs installed different versions of idna", "Pin idna in constraints.txt.") with
            {
                Evidence = [new EvidenceLine("pip-report", "idna 3.6 in run 1, 3.7 in run 2")],
                File = "requirements.txt",
                Line = 2,
                Subject = "idna",
            };
            return Passed with
            {
                Suite = "drift",
                Verdict = Verdict.NotReproducible,
                Causes = [cause],
                Reproducibility = new Comparison(
                    ReproducibilityVerdict.EnvironmentDrift,
                    [
                        new Difference("version", "idna", "3.6", "3.7"),
                        new Difference("missing", "extra", null, "1.0"),
                        .. Enumerable.Range(1, 20).Select(number => new Difference("file", $"site/idna/f{number:00}.py", "sha256:11 9 bytes", "sha256:22 9 bytes")),
                        .. Passed.Reproducibility.Differences,
                    ]),
            };
        }
    }

    public static SuiteResult ImageNotFound => Suite("image", Verdict.Infrastructure, []) with
    {
        Engine = null,
        Causes =
        [
            Cause("image-not-found", "neither the engine nor the registry has python@sha256:aa", "Check name and digest.") with
            {
                Evidence = [new EvidenceLine("registry", "manifest unknown")], File = "smoke.yml", Line = 3, Column = 8, Subject = "python@sha256:aa",
            },
        ],
    };

    public static SuiteResult Recovered
    {
        get
        {
            var unstarted = Attempt(1, Outcome.Lost, []) with { Causes = [Cause("engine-lost", "the engine went away before the container started", "Run again.")] };
            var lost = Lost(2);
            return Suite("flaky", Verdict.Passed, [new Run(1, Outcome.Passed, [unstarted, lost, Green(3)]), Run(2, Green(1))]) with
            {
                Reproducibility = new Comparison(ReproducibilityVerdict.Reproducible, []) { Unrecorded = ["files"] },
                Statistics = new Statistics(4, 2, 1),
                Warnings = [Cause("image-unpinned", "python:3.11 has no digest", "Write python:3.11@sha256:aa.") with { File = "smoke.yml", Line = 3, Column = 8 }],
            };
        }
    }

    public static SuiteResult LostForGood => Suite("lost", Verdict.Infrastructure, [new Run(1, Outcome.Lost, [Lost(1), Lost(2), Lost(3)])]) with
    {
        Causes = Lost(3).Causes,
        Statistics = new Statistics(3, 2, 0),
    };

    public static SuiteResult Invalid => Suite("broken", Verdict.Invalid, []) with
    {
        Image = null,
        Engine = null,
        DurationSeconds = 0,
        Causes =
        [
            Cause("suite-invalid", "unknown key \"imgae\"; did you mean \"image\"?", "Correct the key.") with { File = "broken/smoke.yml", Line = 2, Column = 1 },
            Cause("file-missing", "there is no file wheels/x.txt", "Create the file, or correct the path.") with { File = "broken/smoke.yml", Line = 7, Column = 12 },
        ],
    };

    public static SuiteResult Unfinished => DidNotFinish.Of("late", "late/smoke.yml", Start);

    public static SuiteResult WithoutCause => Suite("mute", Verdict.Failed, []);

    public static SuiteResult Once => Suite("once", Verdict.Passed, [Run(1, Green(1))]);

    public static IReadOnlyList<SuiteResult> All =>
        [Passed, TestFailed, MemoryLimit, NotReproducible, ImageNotFound, Recovered, LostForGood, Invalid, Unfinished, WithoutCause, Once];

    public static Cause Cause(string name, string summary, string remedy) => new()
    {
        Name = name,
        Code = CauseCatalog.Get(name).Code,
        Confidence = 1,
        Summary = summary,
        Remedy = remedy,
    };

    public static Attempt Attempt(int index, Outcome outcome, IReadOnlyList<StepResult>? steps = null) => new()
    {
        Index = index,
        Outcome = outcome,
        StartedAt = Start.AddSeconds(index),
        DurationSeconds = 11.94,
        Container = "c0ffee",
        Resources = Use,
        Steps = steps ?? [],
    };

    public static StepResult Step(string name, Outcome outcome, int? exitCode = null) => new()
    {
        Name = name,
        Outcome = outcome,
        ExitCode = exitCode,
        DurationSeconds = outcome is Outcome.Skipped ? 0 : 1.25,
    };

    public static SuiteResult Suite(string name, Verdict verdict, IReadOnlyList<Run> runs) => new()
    {
        Suite = name,
        File = "smoke.yml",
        Verdict = verdict,
        StartedAt = Start,
        DurationSeconds = 24.4,
        Image = new ImageEvidence("python:3.11.9-slim-bookworm@sha256:8fb0", "sha256:8fb0", "sha256:65a6", "linux/amd64"),
        Engine = new EngineEvidence("docker", "27.3.1", "v2", false),
        Runs = runs,
    };

    private static Run Run(int index, Attempt attempt) => new(index, attempt.Outcome, [attempt]);

    private static Attempt Green(int index) => Attempt(index, Outcome.Passed,
        [Step("sanity", Outcome.Passed, 0), Step("install", Outcome.Passed, 0), Step("freeze", Outcome.Passed, 0), Step("test:imports", Outcome.Passed, 0)]);

    private static Attempt Lost(int index) => Attempt(index, Outcome.Lost,
        [Step("sanity", Outcome.Passed, 0), Step("install", Outcome.Lost), Step("freeze", Outcome.Skipped), Step("test:imports", Outcome.Skipped)]) with
    {
        Causes =
        [
            Cause("engine-lost", "the engine went away while install ran", "Look at the engine's own log.") with
            {
                Confidence = 0.95, Evidence = [new EvidenceLine("engine", "the event stream broke off")], Step = "install",
            },
        ],
    };
}
