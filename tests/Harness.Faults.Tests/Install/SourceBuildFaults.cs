using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Install;

public sealed class SourceBuildFaults(FaultLab lab)
{
    private static readonly SdistFile Plain = new("brittle", "1.0");

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_that_cannot_be_built() => lab.RunAsync(Of("source-build-failed", Plain with { OnBuild = "raise SystemExit('no luck today')" }) with
    {
        Remedy = "python.only-binary: [brittle]",
    });

    /// <summary>Real machine code, real setuptools, and an image that has a compiler and not what C needs to know of Python.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_package_that_lacks_a_header()
    {
        var result = await lab.RunAsync(Native with { Remedy = "Python.h", Image = _ => LabEngine.ToolchainImage });

        Assert.Equal("native_sdist.c:1:10: fatal error: Python.h: No such file or directory", result.Causes[0].Evidence.First(line => line.Source == "pip-log").Text);
    }

    /// <summary>The same, and an image that has no compiler.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_that_lacks_a_compiler() => lab.RunAsync(Native with { Remedy = "linux-gnu-gcc" });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_whose_metadata_cannot_be_made() => lab.RunAsync(Of("source-build-failed", Plain with { OnMetadata = "raise RuntimeError('no version')" }));

    /// <summary>Three lines that become five million numbers: more than half a gigabyte, were there no limit.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_compiler_that_runs_out_of_memory()
    {
        var package = new NativePackage("brittle", """
            #define TEN(what) what, what, what, what, what, what, what, what, what, what
            #define MILLION TEN(TEN(TEN(TEN(TEN(TEN(1))))))
            const int numbers[] = {MILLION, MILLION, MILLION, MILLION, MILLION};

            """);

        var result = await lab.RunAsync(Of("memory-limit", Plain) with
        {
            Second = "source-build-failed",
            Remedy = "512MiB",
            Image = _ => LabEngine.ToolchainImage,
            Keys = "runs: 1\nlimits: {memory: 256MiB}\n",
            Prepare = package.Write,
        });

        var failed = Assert.Single(result.Causes, cause => cause.Name == "source-build-failed");
        Assert.EndsWith("fatal error: Killed signal terminated program cc1", failed.Evidence.First(line => line.Source == "pip-log").Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_build_that_names_a_backend_it_does_not_bring() => lab.RunAsync(Of("build-backend-missing", Plain with { Backend = "absent_backend" }) with
    {
        Remedy = "absent_backend",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_build_that_needs_what_the_wheelhouse_does_not_have() => lab.RunAsync(Of("build-backend-missing", Plain with { BuildRequires = ["hatchling==1.0"] }) with
    {
        Remedy = "hatchling==1.0",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_source_build_that_is_forbidden() => lab.RunAsync(Of("source-build", Plain) with { Keys = "runs: 1\nsource-builds: forbid\n" });

    private static Scenario Native => Of("source-build-failed", Plain) with
    {
        Subject = "native-sdist",
        Requirements = "native-sdist==1.0.0\n",
        Prepare = bench => NativePackage.CopyFixtures(bench, "native-sdist"),
    };

    private static Scenario Of(string cause, SdistFile package) => new()
    {
        Cause = cause,
        Step = "install",
        Subject = "brittle",
        Remedy = "brittle",
        Python = InstallInjections.Wheelhouse,
        Requirements = "brittle==1.0\n",
        Prepare = bench => bench.Write("wheels/" + package.FileName, package.Build()),
    };
}
