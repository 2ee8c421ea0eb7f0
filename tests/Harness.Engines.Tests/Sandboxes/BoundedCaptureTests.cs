using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public sealed class BoundedCaptureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["out.log"];

    [Fact]
    public void What_fits_is_kept_byte_for_byte()
    {
        var every = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        using var capture = new BoundedCapture(Path, 256);
        foreach (var value in every)
            capture.Write([value]);

        var kept = capture.Complete();

        Assert.Equal(new CapturedStream(Path, 256, 0), kept);
        Assert.Equal(every, File.ReadAllBytes(Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void What_does_not_fit_is_cut_in_the_middle_and_the_cut_is_stated(int chunk)
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(number => (char)('0' + number % 10)));
        using var capture = new BoundedCapture(Path, 10);
        foreach (var part in Bytes.Of(text).Chunk(chunk))
            capture.Write(part);

        var kept = capture.Complete();

        Assert.Equal(new CapturedStream(Path, 100, 90), kept);
        Assert.Equal("01234\n[--- 90 bytes cut here ---]\n56789", Bytes.Read(Path));
    }

    [Fact]
    public void The_cut_takes_no_second_line_end_behind_a_whole_line()
    {
        using var capture = new BoundedCapture(Path, 8);
        capture.Write("abc\ndefghij\nxyz"u8);

        capture.Complete();

        Assert.Equal("abc\n[--- 7 bytes cut here ---]\n\nxyz", Bytes.Read(Path));
    }

    [Fact]
    public void What_came_so_far_is_in_the_file_before_the_end()
    {
        using var capture = new BoundedCapture(Path, 1000);

        capture.Write("half a li"u8);

        Assert.Equal("half a li", Bytes.Read(Path));
    }

    [Fact]
    public void One_byte_over_the_bound_cuts_one_byte()
    {
        using var capture = new BoundedCapture(Path, 4);
        capture.Write("abcde"u8);

        Assert.Equal(1, capture.Complete().CutBytes);
        Assert.Equal("ab\n[--- 1 bytes cut here ---]\nde", Bytes.Read(Path));
    }

    [Fact]
    public void Keeping_nothing_counts_all_the_same()
    {
        using var capture = new BoundedCapture(Path, 0);
        capture.Write("abc"u8);

        Assert.Equal(new CapturedStream(Path, 3, 3), capture.Complete());
        Assert.Equal("[--- 3 bytes cut here ---]\n", Bytes.Read(Path));
    }

    [Fact]
    public void What_was_cleared_leaves_no_trace()
    {
        using var capture = new BoundedCapture(Path, 4);
        capture.Write("wrong words"u8);
        capture.Clear();
        capture.Write("ok"u8);

        Assert.Equal(new CapturedStream(Path, 2, 0), capture.Complete());
        Assert.Equal("ok", Bytes.Read(Path));
    }

    [Fact]
    public void A_flood_in_one_line_takes_no_memory()
    {
        var megabyte = new byte[1024 * 1024];
        Array.Fill(megabyte, (byte)'x');
        using var capture = new BoundedCapture(Path, 4 * megabyte.Length);
        capture.Write(megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var count = 0; count < 500; count++)
            capture.Write(megabyte);
        var kept = capture.Complete();

        Assert.Equal(501L * megabyte.Length, kept.TotalBytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * megabyte.Length);
        Assert.InRange(new FileInfo(Path).Length, 4 * megabyte.Length, (4 * megabyte.Length) + 100);
    }

    public void Dispose() => _folder.Dispose();
}
