using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Evidence;

public sealed class AtomicFileTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_file_is_replaced_and_nothing_is_left_beside_it()
    {
        var path = scratch.Write("a.txt", "old");

        AtomicFile.Write(path, "grün");

        Assert.Equal("grün"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal(["a.txt"], Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Missing_folders_are_created()
    {
        AtomicFile.Write(scratch.In("a", "b", "c.txt"), "new");

        Assert.Equal("new", File.ReadAllText(scratch.In("a", "b", "c.txt")));
    }

    [Fact]
    public void The_old_file_stays_when_writing_fails()
    {
        var path = scratch.Write("a.txt", "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.txt"], Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_points_to_is_left_alone()
    {
        var precious = scratch.Write("precious.txt", "precious");
        File.CreateSymbolicLink(scratch.In("a.txt"), precious);

        AtomicFile.Write(scratch.In("a.txt"), "new");

        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Null(new FileInfo(scratch.In("a.txt")).LinkTarget);
    }

    [Fact(Timeout = 60_000)]
    public async Task Readers_see_the_old_file_or_the_new_one_and_never_half_of_one()
    {
        var path = scratch.Write("a.txt", new string('0', 100_000));
        var texts = Enumerable.Range(1, 50).Select(number => new string((char)('0' + (number % 10)), 100_000)).ToArray();
        using var done = new CancellationTokenSource();
        var seen = Task.Run(() =>
        {
            var bad = 0;
            while (!done.IsCancellationRequested)
            {
                var text = File.ReadAllText(path);
                bad += text.Length == 100_000 && text.All(character => character == text[0]) ? 0 : 1;
            }

            return bad;
        }, TestContext.Current.CancellationToken);

        foreach (var text in texts)
            AtomicFile.Write(path, text);
        await done.CancelAsync();

        Assert.Equal(0, await seen);
    }
}
