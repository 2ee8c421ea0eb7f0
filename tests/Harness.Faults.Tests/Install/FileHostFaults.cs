using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Install;

/// <summary>The index answers, and the host that has the files does not, as when only one of the two is let through a firewall.</summary>
public sealed class FileHostFaults(FaultLab lab)
{
    private static readonly WheelFile Wheel = new("greeter", "1.0");
    private static readonly byte[] Half = new byte[200_000];

    public static TheoryData<string, IndexAnswer> Answers => new()
    {
        { "never answers", IndexAnswer.Silence },
        { "breaks the connection", IndexAnswer.Reset },
        { "falls silent in the middle of a file", IndexAnswer.File(Half) with { ClaimedLength = 2 * Half.Length, Then = IndexAnswer.Silence } },
        { "breaks the connection in the middle of a file", IndexAnswer.File(Half) with { ClaimedLength = 2 * Half.Length, Then = IndexAnswer.Reset } },
    };

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task A_host_of_files_that(string does, IndexAnswer answer)
    {
        Assert.NotEmpty(does);
        using var files = await PackageIndex.StartAsync(_ => answer);

        await RunAsync(files.Host);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_host_of_files_that_is_not_there()
    {
        var files = await PackageIndex.StartAsync(_ => IndexAnswer.Silence);
        files.Dispose();

        await RunAsync(files.Host);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_host_of_files_that_takes_no_more_connections()
    {
        using var files = await CrowdedListener.StartAsync();

        await RunAsync(files.Host);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_host_of_files_that_lacks_what_the_index_lists()
    {
        using var files = await PackageIndex.StartAsync(_ => IndexAnswer.Error(404));
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.PageOf(files.Host, Wheel.FileName));

        await lab.RunAsync(Install(index, files.Host) with { Cause = "requirement-not-found", Subject = "greeter", Remedy = "The index lists greeter-1.0-py3-none-any.whl" });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_address_where_nothing_is()
    {
        using var files = await PackageIndex.StartAsync(_ => IndexAnswer.Error(404));
        var address = $"http://{files.Host}/wheels/{Wheel.FileName}";

        await lab.RunAsync(Install(files, files.Host) with { Cause = "requirement-not-found", Subject = "greeter", Remedy = address, Requirements = $"greeter @ {address}\n" });
    }

    private async Task RunAsync(string files)
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.PageOf(files, Wheel.FileName));

        await lab.RunAsync(Install(index, files));
    }

    private static Scenario Install(PackageIndex index, string files) => new()
    {
        Cause = "index-unreachable",
        Step = "install",
        Subject = files,
        Remedy = files,
        Python = index.Python,
        Keys = $"env: {{PIP_TRUSTED_HOST: \"{index.Host}\", PIP_RETRIES: \"1\", PIP_TIMEOUT: \"3\"}}\nruns: 1\n",
        Requirements = "greeter==1.0\n",
    };
}
