using System.Text;
using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Install;

/// <summary>Lines that are of the right form, and nothing that pip takes.</summary>
public sealed class RefusedLineFaults(FaultLab lab)
{
    public static TheoryData<string, Refusal> Lines => new()
    {
        { "an option that it does not have", new("--no-such-option", "--no-such-option", "Remove '--no-such-option'") },
        { "a repository without a name", new("-e git+https://127.0.0.1:1/x.git", "-e git+https://127.0.0.1:1/x.git", "NAME @ git+https://127.0.0.1:1/x.git") },
        { "a wheel with a name of its own", new("./wheels/greeter.whl", "./wheels/greeter.whl", "NAME-VERSION-PYTHON-ABI-PLATFORM.whl") },
    };

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public async Task A_line_that_pip_refuses(string what, Refusal refusal)
    {
        Assert.NotEmpty(what);
        var (line, subject, remedy) = refusal;
        var result = await lab.RunAsync(Refused(subject, remedy) with { Requirements = $"# ours\n{line}\n" });

        Assert.Equal("requirements.txt(2)", $"{result.Causes[0].File}({result.Causes[0].Line})");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_constraint_with_extras()
    {
        var result = await lab.RunAsync(Refused("greeter[loud]==1.0", "NAME==VERSION") with
        {
            Python = "{requirements: [requirements.txt], constraints: [constraints.txt], wheelhouse: wheels}",
            Requirements = "greeter\n",
            Texts = new Dictionary<string, string> { ["constraints.txt"] = "greeter[loud]==1.0\n" },
        });

        Assert.Equal("constraints.txt(1)", $"{result.Causes[0].File}({result.Causes[0].Line})");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_file_that_is_not_UTF_8()
    {
        var result = await lab.RunAsync(Refused("requirements.txt", "UTF-8") with
        {
            Prepare = bench => bench.Write("requirements.txt", Encoding.Latin1.GetBytes("greeter\n# caf\u00e9\n")),
        });

        Assert.Equal("requirements.txt(2)", $"{result.Causes[0].File}({result.Causes[0].Line})");
    }

    private static Scenario Refused(string subject, string remedy) => new()
    {
        Cause = "requirement-invalid",
        Step = "install",
        Subject = subject,
        Remedy = remedy,
        Python = InstallInjections.Wheelhouse,
        Packages = [new WheelFile("greeter", "1.0")],
        Texts = new Dictionary<string, string> { ["wheels/greeter.whl"] = "" },
    };

    public sealed record Refusal(string Line, string Subject, string Remedy);
}
