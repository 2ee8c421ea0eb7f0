using System.Text.Json;
using Harness.Doctor;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Doctor;

/// <summary>What the doctor says of suites and their images, on a real engine.</summary>
[Collection("engine")]
public sealed class DoctorSuiteTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_suite_that_can_run_is_well_from_engine_to_python()
    {
        bed.Write();

        var (code, output, error) = await HarnessProcess.RunAsync(bed.Path, "doctor", "--json");

        Assert.Equal((0, ""), (code, error));
        using var document = JsonDocument.Parse(output);
        Assert.True(document.RootElement.GetProperty("healthy").GetBoolean());
        var checks = document.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        Assert.Equal(["engine", "rootless", "engine-storage", "cgroup", "memory", "clock", "output-folder", "suite", "image", "python"], checks.Keys);
        Assert.Equal("passed", checks["clock"].GetProperty("status").GetString());
        Assert.Matches(@"^Python 3\.\d+\.\d+, pip \d+.* at /", checks["python"].GetProperty("measured").GetString());
        Assert.Equal("bed", checks["python"].GetProperty("subject").GetString());
        Assert.Matches("^cgroup v[12] with memory, cpu, pids", checks["cgroup"].GetProperty("measured").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task An_image_that_nobody_has_is_named_at_its_line()
    {
        bed.Write(image: RealEngine.Image[..^64] + new string('0', 64));

        var image = (await ExamineAsync()).Checks.Single(check => check.Name == "image");

        Assert.Equal((CheckStatus.Failed, "HARN2005", "smoke.yml", 3), (image.Status, image.Code, image.File, image.Line));
        Assert.Contains("Check name and digest", image.Remedy);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_image_that_may_not_be_pulled_is_told_of_once_and_so_is_what_pulls_it()
    {
        var absent = RealEngine.Image[..^64] + new string('0', 64);
        bed.Write(image: absent);

        var image = (await ExamineAsync(offline: true)).Checks.Single(check => check.Name == "image");

        Assert.Equal($"The engine does not have {absent}, and pulling is switched off.", image.Measured);
        Assert.Equal($"Leave out --offline or unset HARNESS_OFFLINE, or pull it before: docker pull {absent}", image.Remedy);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_image_for_another_platform_is_named()
    {
        bed.Write(keys: "platform: linux/s390x\n");

        var image = (await ExamineAsync()).Checks.Single(check => check.Name == "image");

        Assert.Equal((CheckStatus.Failed, "HARN2010", "platform-mismatch"), (image.Status, image.Code, image.Cause));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_python_that_does_not_start_is_named()
    {
        bed.Write();
        bed.WriteRaw("smoke.yml", $"schema: 1\nname: bed\nimage: {RealEngine.Image}\npython: {{executable: python9}}\ntests:\n{SuiteBed.Passing}");

        var report = await ExamineAsync();

        var python = report.Checks.Single(check => check.Name == "python");
        Assert.Equal((CheckStatus.Failed, "HARN2806", $"python9 does not start in {RealEngine.Image}"), (python.Status, python.Code, python.Measured));
        Assert.Equal((4, 10), (python.Line, python.Column));
        Assert.Equal(4, report.ExitCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_suite_with_a_mistake_is_the_users_and_tells_file_and_line()
    {
        bed.WriteRaw("smoke.yml", "name: x\nimage: python:3.11\ntest: []\n");

        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "doctor");

        Assert.Equal(2, code);
        Assert.Matches(@"FAILED   suite +HARN1001: x: smoke\.yml\(3,1\): ", output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_there_is_no_suite_yet_the_next_command_is_named()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "doctor");

        Assert.Equal(0, code);
        Assert.Matches("warning  suite +HARN2809: no smoke.yml below here\n +remedy +Write a first one: harness init\n", output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_knows_what_the_doctor_says()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "explain", "HARN2804");

        Assert.Equal(0, code);
        Assert.StartsWith("HARN2804 clock-skew\n", output, StringComparison.Ordinal);
    }

    private Task<DoctorReport> ExamineAsync(bool offline = false) => Examination.RunAsync(
        new RunRequest { WorkingDirectory = bed.Path, Environment = RealEngine.Environment, Offline = offline }, TimeProvider.System, TestContext.Current.CancellationToken);
}
