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

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_that_lacks_a_header() => lab.RunAsync(
        Of("source-build-failed", Plain with { OnBuild = "print('brittle.c:1:10: fatal error: Python.h: No such file or directory')\nraise SystemExit(1)" }) with
        {
            Remedy = "Python.h",
        });

    /// <summary>Real machine code, real setuptools, and an image that has no compiler.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_that_lacks_a_compiler() => lab.RunAsync(Of("source-build-failed", Plain) with
    {
        Subject = "native-sdist",
        Remedy = "linux-gnu-gcc",
        Requirements = "native-sdist==1.0.0\n",
        Prepare = bench =>
        {
            string[] needed = ["native-sdist-", "setuptools-", "wheel-"];
            foreach (var archive in Directory.EnumerateFiles(LabEngine.Wheels).Where(file => needed.Any(Path.GetFileName(file).StartsWith)))
                bench.Write("wheels/" + Path.GetFileName(archive), File.ReadAllBytes(archive));
        },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_whose_metadata_cannot_be_made() => lab.RunAsync(Of("source-build-failed", Plain with { OnMetadata = "raise RuntimeError('no version')" }));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_compiler_that_runs_out_of_memory() => lab.RunAsync(
        Of("memory-limit", Plain with { OnBuild = "subprocess.run([sys.executable, '-c', 'x = [bytearray(4 << 20) for _ in range(1000)]'], check=True)" }) with
        {
            Second = "source-build-failed",
            Remedy = "256MiB",
            Keys = "runs: 1\nlimits: {memory: 128MiB, disk: 48MiB}\n",
        });

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
