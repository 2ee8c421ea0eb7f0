using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("1024", 1024)]
    [InlineData("0", 0)]
    [InlineData("7B", 7)]
    [InlineData("1KB", 1_000)]
    [InlineData("1KiB", 1_024)]
    [InlineData("10MB", 10_000_000)]
    [InlineData("512MiB", 512L << 20)]
    [InlineData("512mib", 512L << 20)]
    [InlineData("2GB", 2_000_000_000)]
    [InlineData("1GiB", 1L << 30)]
    [InlineData("3TB", 3_000_000_000_000)]
    [InlineData("1TiB", 1L << 40)]
    [InlineData("64k", 64L << 10)]
    [InlineData("64m", 64L << 20)]
    [InlineData("1G", 1L << 30)]
    [InlineData("1t", 1L << 40)]
    [InlineData("1.5GiB", 3L << 29)]
    [InlineData(".5k", 512)]
    [InlineData(" 10 MB ", 10_000_000)]
    [InlineData("0.3B", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_size_is_a_number_with_a_unit(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var read));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MiB")]
    [InlineData("-5")]
    [InlineData("-5MiB")]
    [InlineData("+5")]
    [InlineData("1.2.3k")]
    [InlineData(".")]
    [InlineData("5 M B")]
    [InlineData("5Mib/s")]
    [InlineData("5ki")]
    [InlineData("1e3")]
    [InlineData("5EiB")]
    [InlineData("1,000")]
    [InlineData("٣MB")]
    [InlineData("9223372036854775808")]
    [InlineData("8388608TiB")]
    [InlineData("99999999999999999999999999999999TiB")]
    public void Anything_else_is_no_size(string text)
    {
        Assert.False(ByteSize.TryParse(text, out var read));
        Assert.Equal(0, read);
    }

    [Theory]
    [InlineData(0, "0B")]
    [InlineData(1, "1B")]
    [InlineData(1000, "1KB")]
    [InlineData(1024, "1KiB")]
    [InlineData(1025, "1025B")]
    [InlineData(1_000_000, "1MB")]
    [InlineData(512L << 20, "512MiB")]
    [InlineData(1536L << 20, "1536MiB")]
    [InlineData(1L << 30, "1GiB")]
    [InlineData(2L << 40, "2TiB")]
    public void A_size_is_written_in_the_largest_unit_that_divides_it(long bytes, string text) =>
        Assert.Equal(text, ByteSize.Format(bytes));

    [Fact]
    public void What_is_written_is_read_back_exactly()
    {
        for (long bytes = 1; bytes > 0 && bytes < long.MaxValue / 7; bytes = (bytes * 7) - 3)
        {
            Assert.True(ByteSize.TryParse(ByteSize.Format(bytes), out var read));
            Assert.Equal(bytes, read);
        }
    }

    [Fact]
    public void No_size_is_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.Format(-1));
}
