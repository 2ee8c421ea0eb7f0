using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("60s", 60_000)]
    [InlineData("10m", 600_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("500ms", 500)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1m0.5s", 60_500)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("1d2h3m4s5ms", 93_784_005)]
    [InlineData("1s500ms", 1_500)]
    [InlineData("0s", 0)]
    [InlineData(" 6s ", 6_000)]
    public void A_duration_is_numbers_with_units(string text, long milliseconds)
    {
        Assert.True(DurationText.TryParse(text, out var read));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1s1m")]
    [InlineData("1s1s")]
    [InlineData("5ms5ms")]
    [InlineData("1h30")]
    [InlineData("1 h")]
    [InlineData("1..5s")]
    [InlineData("1w")]
    [InlineData("1S")]
    [InlineData("00:05:00")]
    [InlineData("99999999999d")]
    [InlineData("99999999999999999999999999999999999s")]
    [InlineData("10675199d10675199d")]
    [InlineData("10675199d9999999h")]
    public void Anything_else_is_no_duration(string text)
    {
        Assert.False(DurationText.TryParse(text, out var read));
        Assert.Equal(TimeSpan.Zero, read);
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(5, "5ms")]
    [InlineData(1_500, "1s500ms")]
    [InlineData(60_000, "1m")]
    [InlineData(90_000, "1m30s")]
    [InlineData(93_784_005, "1d2h3m4s5ms")]
    public void A_duration_is_written_from_the_largest_unit_down(long milliseconds, string text) =>
        Assert.Equal(text, DurationText.Format(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void What_is_written_is_read_back_exactly()
    {
        for (long milliseconds = 1; milliseconds < 1_000_000_000_000; milliseconds = (milliseconds * 7) - 3)
        {
            var duration = TimeSpan.FromMilliseconds(milliseconds);
            Assert.True(DurationText.TryParse(DurationText.Format(duration), out var read));
            Assert.Equal(duration, read);
        }
    }

    [Fact]
    public void No_duration_is_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DurationText.Format(TimeSpan.FromSeconds(-1)));
}
