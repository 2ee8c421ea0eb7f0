using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Tests;

public sealed class TestFailedFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_returns_1() => lab.RunAsync(new(TestInjections.TestFailed));

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_test_that_returns_137_of_its_own_accord()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "test-failed",
            Second = "killed-externally",
            Step = "test:posing",
            Subject = "posing",
            Remedy = "test:posing",
            Tests = TestText.Python("posing", "raise SystemExit(137)"),
        });

        Assert.True(result.Causes[0].Confidence < 0.9, "137 alone proves nothing");
        Assert.NotNull(result.Causes[0].WouldSettle);
        Assert.Equal((137, null), (result.Runs[0].Attempts[0].Steps[^1].ExitCode, result.Runs[0].Attempts[0].Steps[^1].Signal));
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_program_that_is_not_there() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:absent",
        Subject = "absent",
        Remedy = "no-such-program",
        Tests = "- {name: absent, run: [no-such-program]}",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_command_that_a_shell_does_not_find() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:typo",
        Subject = "typo",
        Remedy = "Correct 'pyhton'",
        Tests = TestText.Shell("typo", "pyhton -c 1"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_script_that_is_not_executable() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:script",
        Subject = "script",
        Remedy = "Make '/etc/hostname' executable",
        Tests = TestText.Shell("script", "/etc/hostname"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_module_that_is_not_installed() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:imports",
        Subject = "imports",
        Remedy = "the package that brings 'flask'",
        Tests = TestText.Python("imports", "import flask"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_module_that_is_not_there_to_be_run() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:unit",
        Subject = "unit",
        Remedy = "the package that brings 'pytest'",
        Tests = "- {name: unit, run: [python3, -m, pytest]}",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_looks_for_a_network() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:fetch",
        Subject = "fetch",
        Remedy = "network: {test: true}",
        Tests = TestText.Python("fetch", "import urllib.request\nurllib.request.urlopen('http://example.com')"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_connects_without_a_network() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:connect",
        Subject = "connect",
        Remedy = "network: {test: true}",
        Tests = TestText.Python("connect", "import socket\nsocket.create_connection(('192.0.2.1', 80))"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_writes_into_its_workspace() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:write",
        Subject = "write",
        Remedy = "access: read-write",
        Tests = TestText.Shell("write", "echo x > /workspace/out.txt"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_writes_into_the_image() => lab.RunAsync(new()
    {
        Cause = "test-failed",
        Step = "test:write",
        Subject = "write",
        Remedy = "Write to /tmp",
        Tests = TestText.Python("write", "open('/etc/out.txt', 'w')"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task Output_that_does_not_match() => lab.RunAsync(new(TestInjections.ExpectationFailed));

    [Fact(Timeout = FaultLab.Limit)]
    public async Task Two_tests_that_fail_differently_are_each_named()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "test-failed",
            Second = "process-limit",
            Step = "test:first",
            Subject = "first",
            Remedy = "test:first",
            Keys = "runs: 1\nlimits: {pids: 32}\n",
            Tests = TestText.Shell("first", "exit 4") + TestText.Python("second", "import threading, time\nfor _ in range(100): threading.Thread(target=time.sleep, args=(1,), daemon=True).start()"),
        });

        Assert.Equal(["test:first", "test:second"], result.Causes.Select(cause => cause.Step));
    }
}
