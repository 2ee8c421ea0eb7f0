using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Packages;

namespace Harness.Faults.Tests.Install;

public sealed class SourceBuildFaults(FaultLab lab)
{
    private static readonly SdistFile Broken = new("brittle", "1.0") { OnBuild = "raise SystemExit('no header file today')" };

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_that_cannot_be_built() => lab.RunAsync(new()
    {
        Cause = "source-build-failed", Step = "install", Subject = "brittle", Remedy = "brittle",
        Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
        Requirements = "brittle==1.0\n",
        Prepare = bench => bench.Write("wheels/" + Broken.FileName, Broken.Build()),
    });
}
