using Harness.Reproducibility.Baselines;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

[Collection("engine")]
public sealed class PinCommandTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task What_a_green_run_resolved_is_pinned_with_hashes_and_installs_the_same_again()
    {
        var tagged = RealEngine.Image.Split('@')[0] + ":3.11";
        bed.Write(requirements: "greeter\n", image: tagged + "  # not pinned yet");
        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "run", "--allow-unpinned", "--output", "green");
        Assert.True(code == 0, output);

        (code, output, var error) = await HarnessProcess.RunAsync(bed.Path, "pin", "--from", "green", "--hashes", "--lock");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            "wrote constraints.txt: 2 exact versions\nwrote pylock.toml: 2 packages\n"
            + "wrote requirements.lock.txt: 2 packages with hashes\nwrote smoke.yml: the suite names what is pinned\n",
            output);
        Assert.Contains($"image: {tagged}@sha256:", await ReadAsync("smoke.yml"));
        Assert.Contains("  # not pinned yet\n", await ReadAsync("smoke.yml"));
        Assert.Contains("greeter==1.1.0\nwordlist==2.0.0\n", await ReadAsync("constraints.txt"));

        (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "run", "--output", "out", "--baseline", "green");
        Assert.True(code == 0, output);
        Assert.Contains("--hash", await ReadAsync("requirements.lock.txt"));
        Assert.Equal((BaselineVerdict.Same, 0), (bed.Result().Baseline!.Verdict, bed.Result().Warnings.Count));

        (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "pin", "--from", "out", "--hashes", "--lock");
        Assert.Equal((0, "bed: everything is pinned already\n"), (code, output));
    }

    [Fact(Timeout = 180_000)]
    public async Task After_requirements_change_a_run_without_the_pins_is_pinned_anew()
    {
        bed.Write(requirements: "greeter\n");
        await GreenAsync("run", "--output", "out");
        await GreenAsync("pin", "--from", "out", "--hashes");
        bed.WriteRaw("requirements.txt", "greeter==1.0.0\n");

        var output = await GreenAsync("run", "--output", "out");
        Assert.Contains("requirements.lock.txt(1,1): warning HARN1018: requirements.txt changed after", output);
        var (code, _, error) = await HarnessProcess.RunAsync(bed.Path, "pin", "--from", "out");
        Assert.Equal(2, code);
        Assert.Contains("Resolve anew with 'harness run --upgrade', then 'harness pin'.", error);

        Assert.DoesNotContain("HARN1018", await GreenAsync("run", "--output", "out", "--upgrade"));
        Assert.Equal("wrote constraints.txt: 2 exact versions\nwrote requirements.lock.txt: 2 packages with hashes\n", await GreenAsync("pin", "--from", "out"));
        Assert.DoesNotContain("HARN1018", await GreenAsync("run", "--output", "out"));
        Assert.Contains("greeter==1.0.0 \\\n", await ReadAsync("requirements.lock.txt"));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_wheel_of_the_workspace_is_locked_where_it_is_and_no_constraint_holds_its_version()
    {
        bed.Write(requirements: "./dist/greeter-1.1.0-py3-none-any.whl\n");
        var wheel = Directory.CreateDirectory(Path.Combine(bed.Path, "dist")).FullName + "/greeter-1.1.0-py3-none-any.whl";
        File.Move(Path.Combine(bed.Path, "wheels", Path.GetFileName(wheel)), wheel);
        await GreenAsync("run", "--output", "out");
        Assert.Contains("note: greeter comes from ./dist/greeter-1.1.0-py3-none-any.whl, and is not pinned: its version is the project's own.", await GreenAsync("pin", "--from", "out"));
        Assert.DoesNotContain("greeter", await ReadAsync("constraints.txt"));
        await GreenAsync("run", "--output", "out");

        Assert.DoesNotContain("note:", await GreenAsync("pin", "--from", "out", "--hashes"));

        Assert.Contains("\n./dist/greeter-1.1.0-py3-none-any.whl \\\n    --hash=sha256:", await ReadAsync("requirements.lock.txt"));
        await GreenAsync("run", "--output", "out");
        Assert.Equal("bed: everything is pinned already\n", await GreenAsync("pin", "--from", "out"));
        await File.AppendAllBytesAsync(wheel, new byte[1], TestContext.Current.CancellationToken);
        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "run", "--output", "out");
        Assert.Equal(1, code);
        Assert.Contains("requirements.lock.txt(4): error HARN3007: ", output);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_constraint_on_the_project_itself_is_named_when_its_version_goes_on()
    {
        bed.Write(keys: "runs: 1\n", requirements: "./dist/greeter-1.1.0-py3-none-any.whl\n");
        Directory.CreateDirectory(Path.Combine(bed.Path, "dist"));
        File.Move(Path.Combine(bed.Path, "wheels", "greeter-1.1.0-py3-none-any.whl"), Path.Combine(bed.Path, "dist", "greeter-1.1.0-py3-none-any.whl"));
        bed.WriteRaw("held.txt", "# held\ngreeter==1.0.0\n");
        bed.WriteRaw("smoke.yml", (await ReadAsync("smoke.yml")).Replace("wheelhouse: wheels", "wheelhouse: wheels, constraints: [held.txt]", StringComparison.Ordinal));

        var (code, output, _) = await HarnessProcess.RunAsync(bed.Path, "run", "--output", "out");

        Assert.Equal(1, code);
        Assert.Contains("held.txt(2): error HARN3001: install: held.txt(2) holds greeter==1.0.0, but ./dist/greeter-1.1.0-py3-none-any.whl is greeter 1.1.0.", output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_green_run_there_is_nothing_to_pin()
    {
        bed.Write();

        var (code, _, error) = await HarnessProcess.RunAsync(bed.Path, "pin", "--from", "nowhere");

        Assert.Equal(2, code);
        Assert.Contains("nowhere holds no run of suite bed. Run it first, or name its artifacts with --from.", error);
    }

    private async Task<string> GreenAsync(params string[] arguments)
    {
        var (code, output, error) = await HarnessProcess.RunAsync(bed.Path, arguments);
        Assert.True(code == 0, output + error);
        return output;
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(bed.Path, name), TestContext.Current.CancellationToken);
}
