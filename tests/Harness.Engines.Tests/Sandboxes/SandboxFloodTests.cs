using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

/// <summary>Alone, because what the whole process allocates is measured.</summary>
[CollectionDefinition(nameof(SandboxFloodTests), DisableParallelization = true)]
public sealed class SandboxFloodCollection;

[Collection(nameof(SandboxFloodTests))]
public class SandboxFloodTests
{
    private const long Printed = 500_000_000;
    private const long Kept = 10 * SandboxBed.MiB;

    [Theory(Timeout = 180_000)]
    [InlineData("head -c 500000000 /dev/zero | tr '\\0' x")]
    [InlineData("yes 'a line of output, as programs print them by the million' | head -c 500000000")]
    public async Task Half_a_gigabyte_passes_through_in_bounded_memory_be_it_one_line_or_many(string script)
    {
        await using var bed = await SandboxBed.StartAsync();
        await bed.RunAsync(bed.Shell("true"));
        var (live, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true));

        var result = await bed.RunAsync(bed.Shell(script) with { Timeout = TimeSpan.FromMinutes(2) });

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        live = GC.GetTotalMemory(forceFullCollection: true) - live;
        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        Assert.Equal((Printed, Printed - Kept), (result.StandardOutput.TotalBytes, result.StandardOutput.CutBytes));
        Assert.InRange(new FileInfo(result.StandardOutput.Path).Length, Kept, Kept + 200);
        Assert.InRange(live, long.MinValue, 8 * SandboxBed.MiB);
        Assert.InRange(allocated, 0, 100 * SandboxBed.MiB); // A fifth of what passed: nothing is copied into memory of its own.
    }
}
