using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Tests;

/// <summary>Tests that fail for what they find around them.</summary>
public sealed class KnownFailureFaults(FaultLab lab)
{
    public static TheoryData<string, Lack> Programs => new()
    {
        { "a library", new("import ctypes\nctypes.CDLL('libGL.so.1')", "the image lacks the library libGL.so.1", "Debian's package libgl1") },
        { "a program to start", new("import subprocess\nsubprocess.run(['ffmpeg', '-version'], check=True)", "it starts 'ffmpeg', and there is no such program", "an image that has 'ffmpeg'") },
        { "a name in a package", new("from greeter import absent", "'greeter' has no 'absent' in the version that is installed", "the package that brings 'greeter'") },
        { "a locale", new("import locale\nlocale.setlocale(locale.LC_ALL, 'de_DE.UTF-8')", "it asked for a locale that the image does not have", "C.UTF-8") },
        { "a permission", new("open('/root/file', 'w')", "the sandbox's user 1000:1000 has no permission for '/root/file'", "below /tmp instead of '/root/file'") },
    };

    public static TheoryData<string, Script> Scripts => new()
    {
        { "an interpreter with the line end of Windows", new("[./run.sh]", "#!/bin/sh\r\necho hello\r\n", "there is no './run.sh', or not the interpreter that its first line names", "CR LF") },
        { "the line ends of Windows", new("sh run.sh", "set -e\r\necho hello\r\n", "'run.sh' has the line ends of Windows (CR LF)", "eol=lf") },
        { "the line ends of Windows behind env", new("./run.sh", "#!/usr/bin/env python3\r\nprint(1)\r\n", "a script has the line ends of Windows (CR LF)", "eol=lf") },
        { "no interpreter", new("[./run.sh]", "echo hello\n", "'./run.sh' is no program for this platform, and no script whose first line names an interpreter", "#!/bin/sh") },
        { "another name", new("[python3, rnu.py]", "", "there is no file '/workspace/rnu.py'", "Correct the path '/workspace/rnu.py'") },
    };

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public Task A_test_that_lacks(string what, Lack lack)
    {
        Assert.NotEmpty(what);
        return RunAsync(TestText.Python("unit", lack.Program), lack.Fact, lack.Remedy);
    }

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Scripts), DisableDiscoveryEnumeration = true)]
    public Task A_script_with(string what, Script script)
    {
        Assert.NotEmpty(what);
        return RunAsync($"- {{name: unit, run: {script.Run}}}", script.Fact, script.Remedy, script.Text);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_module_of_tests_that_unittest_cannot_import() =>
        RunAsync("- {name: unit, run: [python3, -m, unittest, discover, -s, tests]}", "Python finds no module 'requests'", "the package that brings 'requests'");

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_library_with_a_symbol_that_nothing_has() => RunAsync(
        TestText.Shell("unit", "echo 'int absent(void); int here(void) { return absent(); }' | gcc -shared -fPIC -x c - -o /tmp/ext.so\npython3 -c \"import ctypes; ctypes.CDLL('/tmp/ext.so', 2)\""),
        "ext.so asks for 'absent', which nothing that is loaded has", "versions that belong together", image: LabEngine.ToolchainImage);

    private async Task RunAsync(string tests, string fact, string remedy, string script = "", string? image = null)
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "test-failed",
            Step = "test:unit",
            Subject = "unit",
            Remedy = remedy,
            Python = InstallInjections.Wheelhouse,
            Requirements = "greeter\n",
            Packages = [new WheelFile("greeter", "1.0")],
            Texts = new Dictionary<string, string> { ["run.sh"] = script, ["tests/test_unit.py"] = "import requests\n" },
            Tests = tests,
            Image = fixture => image ?? fixture,
            Prepare = bench => File.SetUnixFileMode(bench.In("run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
                | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute),
        });

        Assert.Contains($": {fact}.", result.Causes[0].Summary, StringComparison.Ordinal);
    }

    public sealed record Lack(string Program, string Fact, string Remedy);

    public sealed record Script(string Run, string Text, string Fact, string Remedy);
}
