using Harness.Doctor.Injecting.Packages;

namespace Harness.Doctor.Injecting;

/// <summary>A step that does not come to its own end, or not to a good one.</summary>
public static class EndingInjections
{
    private const int Kill = 9;

    // Waits where pip waits for it, before anything is installed.
    private static readonly Injection EndlessInstall = new()
    {
        Cause = "timeout-install",
        Step = "install",
        Subject = "slow",
        Remedy = "20s",
        Python = InstallInjections.Wheelhouse,
        Requirements = "slow==1.0\n",
        Packages = [new SdistFile("slow", "1.0") { OnMetadata = "time.sleep(60)" }],
    };

    /// <summary>A test's deadline.</summary>
    public static Injection TimeoutTest { get; } = new()
    {
        Cause = "timeout-test",
        What = "a test waits longer than it may",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "8s",
        Keys = "runs: 1\ntimeouts: {test: 4s}\n",
        Tests = WaitingTest.Text,
    };

    /// <summary>The install's deadline.</summary>
    public static Injection TimeoutInstall { get; } = EndlessInstall with
    {
        What = "an install waits longer than it may",
        Keys = "runs: 1\ntimeouts: {install: 10s}\n",
    };

    /// <summary>The suite's deadline.</summary>
    public static Injection TimeoutSuite { get; } = EndlessInstall with
    {
        Cause = "timeout-suite",
        What = "a suite waits longer than it may",
        Remedy = "timeouts.suite above 14s",
        Keys = "runs: 1\ntimeouts: {suite: 14s}\n",
    };

    /// <summary>A fault of the process itself.</summary>
    public static Injection Crashed { get; } = Crash("SIGSEGV");

    /// <summary>A kill by somebody else.</summary>
    public static Injection KilledExternally { get; } = new()
    {
        Cause = "killed-externally",
        What = "somebody else kills the container",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "docker kill",
        Tests = WaitingTest.Text,
        Outside = (engine, container, cancellationToken) => engine.KillContainerAsync(container, Kill, cancellationToken),
    };

    /// <summary>A removal by somebody else.</summary>
    public static Injection ContainerRemoved { get; } = new()
    {
        Cause = "container-removed",
        What = "somebody else removes the container",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "io.harness.suite=",
        Tests = WaitingTest.Text,
        Outside = (engine, container, cancellationToken) => engine.RemoveContainerAsync(container, cancellationToken),
    };

    /// <summary>A process that dies of a signal that it caused.</summary>
    public static Injection Crash(string signal) => new()
    {
        Cause = "crashed",
        What = $"a test dies of {signal}",
        Step = "test:native",
        Subject = "native",
        Remedy = "line 4 in boom",
        Tests = TestText.Python("native", $"import os, signal\n\ndef boom():\n    os.kill(os.getpid(), signal.{signal})\n\nboom()"),
    };
}
