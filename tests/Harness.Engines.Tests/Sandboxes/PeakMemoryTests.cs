using Harness.Engines.Sandboxes;

namespace Harness.Engines.Tests.Sandboxes;

public class PeakMemoryTests
{
    [Fact]
    public void The_kernels_peak_counts_where_it_rose() =>
        Assert.Equal(900, PeakMemory.Of(Reading(100, 300), [Reading(500, 900)]));

    [Fact]
    public void An_older_peak_is_not_taken_for_this_commands() =>
        Assert.Equal(500, PeakMemory.Of(Reading(600, 900), [Reading(200, 900), Reading(500, 900), Reading(200, 900), Reading(100, 900)]));

    [Fact]
    public void Without_a_kernel_peak_the_highest_reading_counts() =>
        Assert.Equal(500, PeakMemory.Of(Reading(100, null), [Reading(500, null), Reading(200, null), Reading(200, null), Reading(100, null)]));

    [Fact]
    public void A_command_too_short_to_be_watched_has_none()
    {
        Assert.Null(PeakMemory.Of(Reading(100, 900), [Reading(200, 900), Reading(200, 900), Reading(100, 900)]));
        Assert.Null(PeakMemory.Of(null, []));
    }

    private static CgroupCounters Reading(long memory, long? peak) =>
        new() { At = DateTimeOffset.UnixEpoch, MemoryBytes = memory, PeakMemoryBytes = peak };
}
