using Harness.Diagnosis;
using Harness.Doctor;
using Harness.Tests.Support;

namespace Harness.Tests.Doctor;

[Collection("engine")]
public sealed class FaultInjectionTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public static TheoryData<string> Faults => [.. FaultInjection.All.Select(fault => fault.Cause)];

    public void Dispose() => folder.Dispose();

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Faults))]
    public async Task A_fault_that_is_made_to_happen_is_named(string fault)
    {
        var (code, output, error) = await HarnessProcess.RunAsync(folder.Path, "doctor", "--inject", fault, "--image", RealEngine.Image);

        Assert.True(code == 0, output + error);
        Assert.StartsWith($"ok       inject  {fault} was named {CauseCatalog.Get(fault).Code}: ", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_that_could_not_be_made_to_happen_is_not_called_right()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(folder.Path, "doctor", "--inject", "disk-full", "--image", RealEngine.Image[..^64] + new string('0', 64));

        Assert.Equal(4, code);
        Assert.Contains("HARN2810: disk-full was named image-not-found: ", output);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_that_nobody_knows_is_a_usage_error()
    {
        var (code, _, error) = await HarnessProcess.RunAsync(folder.Path, "doctor", "--inject", "gremlins");

        Assert.Equal(2, code);
        Assert.Contains("--inject: 'gremlins' is not known; memory-limit, disk-full,", error);
    }
}
