using Harness.Doctor.Injecting.Packages;

namespace Harness.Doctor.Injecting;

/// <summary>A test that does not say what it should, and two runs that are not alike.</summary>
public static class TestInjections
{
    private const string Twice = "runs: 2\n";
    private const string Workspace = $"workspace: {{path: {Injection.SharedFolder}, access: read-write}}\n";

    /// <summary>An exit code that is not 0.</summary>
    public static Injection TestFailed { get; } = new()
    {
        Cause = "test-failed",
        What = "a test returns 1",
        Step = "test:broken",
        Subject = "broken",
        Remedy = "test:broken",
        Tests = TestText.Python("broken", "raise SystemExit('no greeting today')"),
    };

    /// <summary>Output that does not match.</summary>
    public static Injection ExpectationFailed { get; } = new()
    {
        Cause = "expectation-failed",
        What = "a test prints something else than it should",
        Step = "test:says",
        Subject = "says",
        Remedy = "what test:says expects",
        Tests = "- {name: says, run: [echo, hello], expect: {stdout-matches: \"^goodbye\"}}",
    };

    /// <summary>A test that passes when it is tried again.</summary>
    public static Injection Flaky { get; } = new()
    {
        Cause = "flaky",
        What = "a test fails and then passes with the same inputs",
        Step = "test:coin",
        Subject = "coin",
        Remedy = "coin",
        Keys = "runs: 1\nretries: {attempts: 2, delay: 1s, tests: true}\n" + Workspace,
        Tests = TestText.Shell("coin", "test -e /workspace/seen || { mkdir /workspace/seen; exit 1; }"),
        Shared = true,
    };

    /// <summary>Another version in the second run, whichever of the two comes second.</summary>
    public static Injection EnvironmentDrift { get; } = new()
    {
        Cause = "environment-drift",
        What = "a package asks for another version of its dependency the second time",
        Step = null,
        Subject = "moving",
        Remedy = "moving==1.",
        Keys = Twice + Workspace,
        Python = $"{{requirements: [requirements.txt], wheelhouse: {Injection.SharedFolder}/wheels}}",
        Requirements = "holder==1.0\n",
        Packages =
        [
            new WheelFile("moving", "1.0"), new WheelFile("moving", "1.1"),
            new SdistFile("holder", "1.0")
            {
                OnMetadata = "global METADATA\nfirst = True\ntry: os.mkdir('/workspace/seen')\nexcept FileExistsError: first = False\nMETADATA += f'Requires-Dist: moving==1.{0 if first else 1}\\n'",
            },
        ],
        Shared = true,
    };

    /// <summary>Other bytes in the second run.</summary>
    public static Injection ContentDrift { get; } = new()
    {
        Cause = "content-drift",
        What = "a build from source gives other bytes each time",
        Step = null,
        Remedy = "a wheel of random-build",
        Keys = Twice,
        Python = InstallInjections.Wheelhouse,
        Requirements = "random-build==1.0\n",
        Packages = [new SdistFile("random-build", "1.0") { Content = "'# ' + os.urandom(8).hex()" }],
    };

    /// <summary>Another end in the second run.</summary>
    public static Injection OutcomeDrift { get; } = new()
    {
        Cause = "outcome-drift",
        What = "a test fails in one of two equal runs",
        Step = null,
        Subject = "test:coin",
        Remedy = "test:coin",
        Keys = Twice + Workspace,
        Tests = TestText.Shell("coin", "mkdir /workspace/seen"),
        Shared = true,
    };
}
