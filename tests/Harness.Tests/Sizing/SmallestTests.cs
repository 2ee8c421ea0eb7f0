using Harness.Sizing;

namespace Harness.Tests.Sizing;

public sealed class SmallestTests
{
    private const long MiB = 1L << 20;

    private readonly List<long> tried = [];

    [Theory]
    [InlineData(0, 1024, 70, 50, 56)] // steps of 8 MiB, a sixteenth of the peak and up to the next power of two
    [InlineData(0, 1024, 70, 70, 72)]
    [InlineData(0, 1024, 70, 71, 72)]
    [InlineData(0, 1024, 70, 90, 96)] // more than was measured
    [InlineData(0, 1024, 70, 1020, 1024)]
    [InlineData(0, 64, 64, 33, 36)]
    [InlineData(0, 512, 400, 1, 32)] // nothing smaller is worth a trial
    [InlineData(64, 128, 100, 70, 72)] // what is known to fail is not tried again
    public async Task The_smallest_that_suffices_is_found(long tooSmall, long known, long peak, long needed, long expected)
    {
        var found = await Smallest.MemoryAsync(tooSmall * MiB, known * MiB, peak * MiB, bytes => Task.FromResult(Try(bytes, needed * MiB)));

        Assert.Equal(expected * MiB, found);
        Assert.InRange(tried.Count, 1, 9);
        Assert.DoesNotContain(tooSmall * MiB, tried);
        Assert.Equal(tried.Distinct(), tried);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Between_two_values_every_one_can_be_found(long needed)
    {
        Assert.Equal(needed, await Smallest.BetweenAsync(0, 8, 1, value => Task.FromResult(Try(value, needed))));
        Assert.InRange(tried.Count, 1, 3);
    }

    private bool Try(long value, long needed)
    {
        tried.Add(value);
        return value >= needed;
    }
}
