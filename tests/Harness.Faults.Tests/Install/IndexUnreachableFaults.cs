using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Install;

public sealed class IndexUnreachableFaults(FaultLab lab)
{
    public static TheoryData<string, IndexAnswer> Answers => new()
    {
        { "asks to come back later", IndexAnswer.Error(429) },
        { "has an error of its own", IndexAnswer.Error(500) },
        { "is overloaded", IndexAnswer.Error(503) },
        { "never answers", IndexAnswer.Silence },
        { "breaks the connection", IndexAnswer.Reset },
    };

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task An_index_that(string does, IndexAnswer answer)
    {
        Assert.NotEmpty(does);
        using var index = await PackageIndex.StartAsync(_ => answer);

        await lab.RunAsync(Install(index));
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_is_not_there()
    {
        var index = await PackageIndex.StartAsync(_ => IndexAnswer.Silence);
        index.Dispose();

        await lab.RunAsync(Install(index));
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_whose_certificate_nobody_vouches_for()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=index", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Silence, certificate);

        await lab.RunAsync(Install(index) with { Remedy = "PIP_CERT", Keys = "runs: 1\nenv: {PIP_RETRIES: \"1\", PIP_TIMEOUT: \"15\"}\n" });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_pip_does_not_trust_without_encryption()
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Silence);

        await lab.RunAsync(Install(index) with { Subject = index.Host.Split(':')[0], Remedy = "PIP_TRUSTED_HOST", Keys = "runs: 1\n" });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_proxy_that_is_not_there()
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Silence);
        var proxy = await PackageIndex.StartAsync(_ => IndexAnswer.Silence);
        proxy.Dispose();

        await lab.RunAsync(Install(index) with { Remedy = "HTTP_PROXY", Keys = index.Environment.Replace("{", $"{{HTTP_PROXY: \"http://{proxy.Host}\", ", StringComparison.Ordinal) + "runs: 1\n" });
    }

    /// <summary>What fails is the build of what another index had.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_is_silent_beside_one_that_is_not()
    {
        var package = new SdistFile("greeter", "1.0") { OnBuild = "raise SystemExit('no luck today')" };
        var silent = await PackageIndex.StartAsync(_ => IndexAnswer.Silence);
        silent.Dispose();
        using var index = await PackageIndex.StartAsync(path => path switch
        {
            "/simple/greeter/" => IndexAnswer.Page(package.FileName),
            _ when path.EndsWith(package.FileName, StringComparison.Ordinal) => IndexAnswer.File(package.Build()),
            _ => IndexAnswer.Error(404),
        });

        await lab.RunAsync(Install(index) with
        {
            Cause = "source-build-failed",
            Subject = "greeter",
            Remedy = "greeter",
            Python = index.Python.Replace("{", $"{{extra-index-urls: [\"{silent.Url}\"], ", StringComparison.Ordinal),
        });
    }

    private static Scenario Install(PackageIndex index) => new()
    {
        Cause = "index-unreachable",
        Step = "install",
        Subject = index.Host,
        Remedy = index.Host,
        Python = index.Python,
        Keys = index.Environment + "runs: 1\n",
        Requirements = "greeter\n",
    };
}
