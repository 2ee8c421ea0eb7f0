using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public sealed class LeaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private LeaseDirectory Leases => LeaseDirectory.Open(_folder["leases"]);

    [Fact]
    public void A_lease_is_held_until_it_is_given_up()
    {
        var lease = Leases.Take();
        Assert.True(Leases.IsHeld(lease.Label));

        lease.Dispose();
        lease.Dispose();

        Assert.False(Leases.IsHeld(lease.Label));
    }

    [Theory]
    [InlineData("0123456789abcdef/11")]
    [InlineData("no-slash")]
    [InlineData("")]
    [InlineData("a/b/c")]
    public void Of_a_lease_of_another_folder_nothing_is_known(string label) => Assert.Null(Leases.IsHeld(label));

    [Fact]
    public void A_label_does_not_lead_out_of_the_folder() => Assert.Null(Leases.IsHeld($"{Leases.Id}/../other/x"));

    [Fact]
    public void The_folder_keeps_its_id() => Assert.Equal(Leases.Id, Leases.Id);

    [Fact]
    public async Task All_who_open_a_new_folder_at_a_time_get_one_id()
    {
        foreach (var folder in Enumerable.Range(0, 200).Select(number => _folder[$"leases-{number}"]))
        {
            var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LeaseDirectory.Open(folder).Id)));

            Assert.Single(ids.Distinct());
            Assert.Equal(["id"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void Half_an_id_is_made_anew()
    {
        var made = Leases.Id;
        File.WriteAllText(Path.Combine(_folder["leases"], "id"), made[..7]);

        var again = Leases.Id;

        Assert.Equal((32, again), (again.Length, Leases.Id));
    }

    [Fact]
    public void Locks_can_be_told_here() => Assert.True(Leases.CanTell());

    [Fact]
    public void Sweeping_takes_the_files_of_the_dead_and_leaves_those_of_the_living()
    {
        using var living = Leases.Take();
        File.WriteAllText(Path.Combine(_folder["leases"], "dead.lease"), "");

        Leases.Sweep();

        Assert.True(Leases.IsHeld(living.Label));
        Assert.Single(Directory.EnumerateFiles(_folder["leases"], "*.lease"));
    }

    [Fact]
    public void A_folder_that_others_have_rights_in_is_refused()
    {
        Directory.CreateDirectory(_folder["shared"]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder["shared"], (UnixFileMode)0b111_111_101);

        var error = Assert.Throws<IOException>(() => LeaseDirectory.Open(_folder["shared"]));

        Assert.Equal(
            $"The lease folder {_folder["shared"]} is open to other users; remove it, or take their rights away (chmod 700).",
            error.Message);
    }

    public void Dispose() => _folder.Dispose();
}
