using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Install;

/// <summary>Requirements that come from a repository; where git is not lacking, a stand-in for it says what git says.</summary>
public sealed class RepositoryFaults(FaultLab lab)
{
    public static TheoryData<string, Lack> Programs => new()
    {
        { "by name", new("pkg @ git+https://127.0.0.1:1/group/tool.git", "git", "pkg") },
        { "editable", new("-e git+https://127.0.0.1:1/group/tool.git@v1#egg=pkg", "git", "tool.git") },
    };

    public static TheoryData<string, Failure> Failures => new()
    {
        { "finds no host", new("fatal: unable to access 'https://host.example/tool.git/': Could not resolve host: host.example", "index-unreachable", "host.example", "Check that host.example can be reached") },
        { "is asked who it is", new("fatal: could not read Username for 'https://host.example': No such device or address", "index-denied", "host.example", "credentials for host.example") },
        { "finds no such tag", new("error: pathspec 'v1' did not match any file(s) known to git", "requirement-not-found", "pkg", "Correct 'v1'") },
        { "has no ssh", new("error: cannot run ssh: No such file or directory", "install-failed", "pkg", "an image that has ssh") },
    };

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public async Task An_image_without_a_program_for_repositories(string asks, Lack lack)
    {
        Assert.NotEmpty(asks);
        var (requirement, program, subject) = lack;
        var result = await lab.RunAsync(Asking(requirement, "install-failed", subject, $"an image that has {program}"));

        Assert.Equal($"install: the image has no '{program}', with which pip fetches tool.git.", result.Causes[0].Summary);
        Assert.Equal(2, result.Causes[0].Line);
    }

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_git_that(string finds, Failure failure)
    {
        Assert.NotEmpty(finds);
        var (words, cause, subject, remedy) = failure;
        await using var image = await LabImage.WithProgramAsync("/usr/bin/git", $"case $1 in version) echo git version 2.39.5;; *) echo \"{words}\" >&2; exit 128;; esac");

        var result = await lab.RunAsync(Asking("pkg @ git+https://host.example/tool.git@v1", cause, subject, remedy) with
        {
            Image = _ => image.Name,
            Environment = environment => environment["HARNESS_ALLOW_UNPINNED"] = "true",
        });

        Assert.Equal(2, result.Causes[0].Line);
    }

    private static Scenario Asking(string requirement, string cause, string subject, string remedy) => new()
    {
        Cause = cause,
        Step = "install",
        Subject = subject,
        Remedy = remedy,
        Python = InstallInjections.Wheelhouse,
        Requirements = $"# ours\n{requirement}\n",
        Packages = [new WheelFile("greeter", "1.0")],
    };

    public sealed record Lack(string Requirement, string Program, string Subject);

    public sealed record Failure(string Words, string Cause, string Subject, string Remedy);
}
