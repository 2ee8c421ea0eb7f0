using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Install;

public sealed class ResolutionFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public async Task Two_packages_that_want_different_versions_of_a_third()
    {
        var result = await lab.RunAsync(new(InstallInjections.DependencyConflict));

        Assert.Equal("requirements.txt(1)", $"{result.Causes[0].File}({result.Causes[0].Line})");
        Assert.Contains("(requirements.txt(2))", result.Causes[0].Remedy, StringComparison.Ordinal);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_requirement_against_a_constraint() => lab.RunAsync(new()
    {
        Cause = "dependency-conflict",
        Step = "install",
        Subject = "first",
        Remedy = "first==2.0",
        Python = "{requirements: [requirements.txt], constraints: [constraints.txt], wheelhouse: wheels}",
        Requirements = "first<2\n",
        Packages = [new WheelFile("first", "1.0"), new WheelFile("first", "2.0")],
        Texts = new Dictionary<string, string> { ["constraints.txt"] = "first==2.0\n" },
    });

    /// <summary>pip calls it a conflict between who asks for the package, whatever they ask for, and the constraint.</summary>
    [Theory(Timeout = FaultLab.Limit)]
    [InlineData("first")]
    [InlineData("holder")]
    public async Task A_constraint_to_a_version_that_is_not_there_for(string requirement)
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "requirement-not-found",
            Step = "install",
            Subject = "first",
            Remedy = "Ask for one of the versions of first that there are (1.0, 2.0), or add first==1.5 to the wheelhouse (wheels).",
            Python = "{requirements: [requirements.txt], constraints: [constraints.txt], wheelhouse: wheels}",
            Requirements = requirement + "\n",
            Packages = [new WheelFile("first", "1.0"), new WheelFile("first", "2.0"), new WheelFile("holder", "1.0") { Requires = ["first<2"] }],
            Texts = new Dictionary<string, string> { ["constraints.txt"] = "holder==1.0\nfirst==1.5\n" },
        });

        Assert.Equal("constraints.txt(2)", $"{result.Causes[0].File}({result.Causes[0].Line})");
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_resolution_that_does_not_end()
    {
        var versions = Enumerable.Range(1, 60).Select(number => new WheelFile("many", $"{number}.0") { Requires = [$"pivot=={number}.0"] }).ToList();
        WheelFile pivot = new("pivot", "0.1"), holder = new("holder", "1.0") { Requires = ["pivot==0.1", "many"] };
        using var index = await PackageIndex.StartAsync(path =>
        {
            if (path == "/simple/many/")
                return IndexAnswer.Page(versions.Select(wheel => wheel.FileName));
            if (path is "/simple/holder/" or "/simple/pivot/")
                return IndexAnswer.Page((path.Contains("pivot", StringComparison.Ordinal) ? pivot : holder).FileName);
            Thread.Sleep(400); // as a large wheel does: all of them take twice the deadline
            return IndexAnswer.File(versions.Append(pivot).Append(holder).First(wheel => path.EndsWith(wheel.FileName, StringComparison.Ordinal)).Build());
        });

        await lab.RunAsync(new()
        {
            Cause = "resolver-backtracking",
            Second = "timeout-install",
            Step = "install",
            Subject = "many",
            Remedy = "many==60.0",
            Python = index.Python,
            Keys = index.Environment + "runs: 1\ntimeouts: {install: 12s}\n",
            Requirements = "holder\n",
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_version_that_does_not_exist() => lab.RunAsync(new(InstallInjections.RequirementNotFound));

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_name_that_is_nearly_one_in_the_wheelhouse()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "requirement-not-found",
            Step = "install",
            Subject = "gretter",
            Remedy = "Write greeter, which is there, instead of gretter, or add gretter to the wheelhouse (wheels).",
            Python = InstallInjections.Wheelhouse,
            Requirements = "gretter\n",
            Packages = [new WheelFile("greeter", "1.0"), new SdistFile("sourceful", "1.0")],
        });

        Assert.Empty(result.Warnings); // the lint said the same
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_name_that_the_index_does_not_know()
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Error(404));

        await lab.RunAsync(new()
        {
            Cause = "requirement-not-found",
            Step = "install",
            Subject = "frist",
            Remedy = "frist",
            Python = index.Python,
            Keys = index.Environment + "runs: 1\n",
            Requirements = "frist==1.0\n",
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_of_which_only_the_source_is_there_and_only_wheels_may_be_used() => lab.RunAsync(new()
    {
        Cause = "requirement-not-found",
        Step = "install",
        Subject = "sourceful",
        Remedy = "python.only-binary",
        Python = "{requirements: [requirements.txt], wheelhouse: wheels, binary: only}",
        Requirements = "sourceful==1.0\n",
        Packages = [new SdistFile("sourceful", "1.0")],
    });

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_package_for_a_newer_Python_by_the_index()
    {
        var wheel = new WheelFile("modern", "1.0") { RequiresPython = ">=3.99" };
        using var index = await PackageIndex.StartAsync(path => path == "/simple/modern/"
            ? IndexAnswer.Html($"<a href=\"/files/{wheel.FileName}\" data-requires-python=\"&gt;=3.99\">{wheel.FileName}</a>")
            : IndexAnswer.File(wheel.Build()));

        await lab.RunAsync(new()
        {
            Cause = "requires-python",
            Step = "install",
            Subject = "modern",
            Remedy = ">=3.99",
            Python = index.Python,
            Keys = index.Environment + "runs: 1\n",
            Requirements = "modern==1.0\n",
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_for_a_newer_Python_by_its_own_word() => lab.RunAsync(new(InstallInjections.RequiresPython));

    [Fact(Timeout = FaultLab.Limit)]
    public Task Wheels_for_other_platforms_only() => lab.RunAsync(new(InstallInjections.WheelIncompatible));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_constrained_package_with_wheels_for_other_platforms_is_no_conflict() => lab.RunAsync(new()
    {
        Cause = "wheel-incompatible",
        Step = "install",
        Subject = "foreign",
        Remedy = "cp39-cp39-manylinux_2_17_s390x",
        Python = "{requirements: [requirements.txt], constraints: [constraints.txt], wheelhouse: wheels}",
        Requirements = "foreign\n",
        Packages = [new WheelFile("foreign", "1.0") { Tag = "cp39-cp39-manylinux_2_17_s390x" }],
        Texts = new Dictionary<string, string> { ["constraints.txt"] = "foreign==1.0\n" },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_wheel_that_is_named_and_does_not_fit() => lab.RunAsync(new()
    {
        Cause = "wheel-incompatible",
        Step = "install",
        Subject = "foreign",
        Remedy = "cp39-cp39-manylinux_2_17_s390x",
        Python = InstallInjections.Wheelhouse,
        Requirements = "/wheels/foreign-1.0-cp39-cp39-manylinux_2_17_s390x.whl\n",
        Packages = [new WheelFile("foreign", "1.0") { Tag = "cp39-cp39-manylinux_2_17_s390x" }],
    });
}
