namespace Harness.Engines.Sandboxes;

/// <summary>A sign of life that ends with this process; see <see cref="LeaseDirectory"/>.</summary>
public sealed class Lease : IDisposable
{
    private readonly FileStream _file;

    internal Lease(FileStream file, string label) => (_file, Label) = (file, label);

    /// <summary>What sandboxes carry as <see cref="SandboxLabels.Lease"/>.</summary>
    public string Label { get; }

    /// <summary>Gives the lease up: whatever still carries its label may be reaped from now on.</summary>
    public void Dispose()
    {
        if (!_file.CanRead)
            return;
        if (OperatingSystem.IsWindows())
            _file.Dispose(); // An open file cannot be deleted there.
        File.Delete(_file.Name);
        _file.Dispose();
    }
}
