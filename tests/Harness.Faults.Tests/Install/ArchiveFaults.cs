using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Install;

public sealed class ArchiveFaults(FaultLab lab)
{
    private static readonly WheelFile Wheel = new("greeter", "1.0");
    private static readonly string Other = new('0', 64);

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_archive_with_another_hash_than_was_written_down() => lab.RunAsync(new(InstallInjections.HashMismatch));

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_archive_with_another_hash_than_its_index_says()
    {
        using var index = await PackageIndex.StartAsync(path => path == "/simple/greeter/" ? IndexAnswer.Page($"{Wheel.FileName}#sha256={Other}") : IndexAnswer.File(Wheel.Build()));

        await lab.RunAsync(new()
        {
            Cause = "hash-mismatch",
            Step = "install",
            Subject = "greeter",
            Remedy = Wheel.Sha256,
            Python = index.Python,
            Keys = index.Environment + "runs: 1\n",
            Requirements = "greeter==1.0\n",
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_requirement_without_a_hash_among_others_with_one() => lab.RunAsync(new(InstallInjections.HashMissing));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_requirement_with_a_hash_and_without_a_version() => lab.RunAsync(new()
    {
        Cause = "hash-missing",
        Step = "install",
        Subject = "greeter",
        Remedy = "greeter==VERSION",
        Python = InstallInjections.Wheelhouse,
        Requirements = $"greeter --hash=sha256:{Wheel.Sha256}\n",
        Packages = [Wheel],
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_wheel_that_is_no_archive() => lab.RunAsync(new(InstallInjections.ArchiveCorrupt));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_source_distribution_that_is_no_archive() => lab.RunAsync(new()
    {
        Cause = "archive-corrupt",
        Step = "install",
        Subject = "torn",
        Remedy = "torn-1.0.tar.gz",
        Python = InstallInjections.Wheelhouse,
        Requirements = "torn==1.0\n",
        Texts = new Dictionary<string, string> { ["wheels/torn-1.0.tar.gz"] = "a page that says that the file has moved" },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_download_that_is_cut_short()
    {
        var bytes = Wheel.Build();
        using var index = await PackageIndex.StartAsync(path =>
            path == "/simple/greeter/" ? IndexAnswer.Page(Wheel.FileName) : IndexAnswer.File(bytes[..100]) with { ClaimedLength = bytes.Length });

        await lab.RunAsync(new()
        {
            Cause = "archive-corrupt",
            Step = "install",
            Subject = "greeter",
            Remedy = Wheel.FileName,
            Python = index.Python,
            Keys = index.Environment + "runs: 1\n",
            Requirements = "greeter==1.0\n",
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_folder_that_is_no_project() => lab.RunAsync(new()
    {
        Cause = "requirement-invalid",
        Step = "install",
        Subject = "./wheels",
        Remedy = "Correct './wheels'",
        Python = InstallInjections.Wheelhouse,
        Requirements = "./wheels\n",
        Packages = [Wheel],
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_image_that_guards_its_own_environment() => lab.RunAsync(new()
    {
        Cause = "externally-managed",
        Step = "install",
        Remedy = "python.environment: venv",
        Python = "{requirements: [requirements.txt], wheelhouse: wheels, environment: system}",
        Requirements = "greeter==1.0\n",
        Packages = [Wheel],
    });
}
