using Harness.Reporting;
using Harness.Sizing;

namespace Harness.Tests.Sizing;

public sealed class SizeTextTests
{
    [Theory]
    [InlineData(5.3, 4.1, "44MiB, 0.25 CPUs: too slow, 5.3 s of at most 4.1 s, peak 40 MiB")]
    [InlineData(4.1, 4.1, "44MiB, 0.25 CPUs: passed, 4.1 s, peak 40 MiB")]
    [InlineData(5.3, null, "44MiB, 0.25 CPUs: passed, 5.3 s, peak 40 MiB")]
    public void A_trial_that_passed_and_took_too_long_says_so(double seconds, double? most, string line)
    {
        var trial = new SizeTrial(44 << 20, 0.25, true, seconds, 40 << 20, null, "out/44MiB-0.25cpus") { MostSeconds = most };

        Assert.Equal(line, SizeText.Of(trial));
    }

    [Fact]
    public void A_trial_that_failed_says_why_however_long_it_took()
    {
        var trial = new SizeTrial(44 << 20, 0.25, false, 9, null, "memory-limit", "out") { MostSeconds = 1 };

        Assert.Equal("44MiB, 0.25 CPUs: failed (memory-limit), 9.0 s", SizeText.Of(trial));
    }

    [Theory]
    [InlineData(48, null, "48MiB is the least memory that it passed with, without reserve. With a fifth more, in api/smoke.yml: limits: {memory: 58MiB}")]
    [InlineData(100, 0.5, "100MiB is the least memory that it passed with, without reserve. With a fifth more, in api/smoke.yml: limits: {memory: 120MiB, cpus: 0.5}")]
    public void What_just_sufficed_is_not_what_to_write_into_the_suite(int mebibytes, double? cpus, string advice) =>
        Assert.Equal(advice, SizeText.Advice((long)mebibytes << 20, cpus, "api/smoke.yml"));
}
