using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// The folder of one user's leases on one machine. A lease is a file that its owner keeps locked: the kernel gives the lock up
/// when the owner dies, however it dies, so nothing has to be renewed and no process id can be mistaken for another. The
/// folder's own random id is part of every lease, so that leases of other machines, users or temporary folders are known as such.
/// </summary>
public sealed class LeaseDirectory
{
    private const string IdFile = "id";
    private const string Extension = ".lease";
    private const int IdLength = 32;

    // Some seconds: from the twentieth on each try sleeps a moment.
    private const int Patience = 3_000;

    private readonly string _path;

    private LeaseDirectory(string path, string id) => (_path, Id) = (path, id);

    /// <summary>The folder's id, the first part of its leases' labels.</summary>
    public string Id { get; }

    /// <summary>Opens this user's folder below the temporary folder, making it if need be.</summary>
    /// <exception cref="IOException">It cannot be made, or others have rights in it.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    public static LeaseDirectory Open() => Open(Path.Combine(Path.GetTempPath(), $"harness-leases-{Environment.UserName}"));

    /// <summary>Opens a folder, making it if need be.</summary>
    /// <exception cref="IOException">It cannot be made, or others have rights in it.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    public static LeaseDirectory Open(string path)
    {
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else if (Directory.CreateDirectory(path, mine) is var made && (made.UnixFileMode & ~mine) != 0)
            throw new IOException($"The lease folder {path} is open to other users; remove it, or take their rights away (chmod 700).");
        return new LeaseDirectory(path, ReadOrMakeId(Path.Combine(path, IdFile)));
    }

    /// <summary>Takes a new lease, held until it is disposed or this process ends.</summary>
    public Lease Take()
    {
        while (true)
        {
            var name = Guid.NewGuid().ToString("N");
            // A reaper may have met the file between its making and its locking, and swept it away; then another one is made.
            if (TryLock(name, FileMode.CreateNew, out var file) && File.Exists(file.Name))
                return new Lease(file, $"{Id}/{name}");
            file?.Dispose();
        }
    }

    /// <summary>Whether the owner of a lease lives; null when that cannot be told from here.</summary>
    /// <param name="label">The lease's label.</param>
    public bool? IsHeld(string label)
    {
        if (label.Split('/') is not [var id, { Length: > 0 } name] || id != Id || Path.GetFileName(name) != name)
            return null;
        if (!File.Exists(FileOf(name)))
            return false; // Given up, or swept away after its owner's death.
        if (!TryLock(name, FileMode.Open, out var file))
            return File.Exists(FileOf(name));
        file.Dispose();
        return false;
    }

    /// <summary>Whether locks work here at all; where they do not, every owner would look dead.</summary>
    public bool CanTell()
    {
        using var probe = Take();
        return IsHeld(probe.Label) == true;
    }

    /// <summary>Deletes the files of dead owners.</summary>
    public void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(_path, "*" + Extension))
        {
            if (!TryLock(Path.GetFileNameWithoutExtension(path), FileMode.Open, out var file))
                continue;
            using (file)
                File.Delete(path); // While it is locked, so that nobody believes to hold what is gone.
        }
    }

    // Under a lock, since to move a file to where none is takes two steps on Unix, between which another one may do the same.
    private static string ReadOrMakeId(string path)
    {
        var wait = default(SpinWait);
        while (true)
        {
            try
            {
                using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                using var reader = new StreamReader(file);
                if (reader.ReadToEnd() is { Length: IdLength } id)
                    return id;
                var made = Guid.NewGuid().ToString("N");
                file.SetLength(0); // half an id, of somebody who died meanwhile
                file.Write(Encoding.ASCII.GetBytes(made));
                return made;
            }
            catch (IOException) when (wait.Count < Patience)
            {
                wait.SpinOnce(); // another one has it for a moment
            }
        }
    }

    private string FileOf(string name) => Path.Combine(_path, name + Extension);

    private bool TryLock(string name, FileMode mode, [NotNullWhen(true)] out FileStream? file)
    {
        try
        {
            file = new FileStream(FileOf(name), mode, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            file = null; // Locked by its owner, or gone.
            return false;
        }
    }
}
