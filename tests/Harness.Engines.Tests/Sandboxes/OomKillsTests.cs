using Harness.Engines.Sandboxes;

namespace Harness.Engines.Tests.Sandboxes;

public class OomKillsTests
{
    [Fact]
    public void Those_of_an_earlier_command_do_not_count() => Assert.Equal(1, OomKills.Between(Reading(2), Reading(3), [Reading(2), Reading(3)]));

    [Fact]
    public void Where_the_cgroup_has_gone_a_count_that_had_risen_is_proof() =>
        Assert.Equal(1, OomKills.Between(Reading(0), null, [Reading(0), Reading(1)]));

    [Fact]
    public void Where_the_cgroup_has_gone_a_count_that_had_not_risen_is_none()
    {
        Assert.Null(OomKills.Between(Reading(0), null, [Reading(0)]));
        Assert.Null(OomKills.Between(null, null, []));
    }

    private static CgroupCounters Reading(long kills) => new() { At = DateTimeOffset.UnixEpoch, OomKills = kills };
}
