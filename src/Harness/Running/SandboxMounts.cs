using Harness.Engines;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What a sandbox sees of this machine, and under which names.</summary>
public sealed class SandboxMounts
{
    private readonly List<BindMount> mounts = [];
    private readonly List<string> needed = [];

    private SandboxMounts()
    {
    }

    /// <summary>The mounts, in a fixed order.</summary>
    public IReadOnlyList<BindMount> All => mounts;

    /// <summary>The paths inside that every step's user must be able to read: the mounts, and the files that the suite names.</summary>
    public IReadOnlyList<string> Needed => [.. mounts.Select(mount => mount.Target), .. needed];

    /// <summary>Mounts the workspace and the wheelhouse, and the folders of input files that are in neither.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="workspace">Where the workspace is inside.</param>
    public static SandboxMounts For(Suite suite, string workspace = SandboxPaths.Workspace)
    {
        var result = new SandboxMounts();
        if (suite.Workspace.Access != WorkspaceAccess.None)
            result.mounts.Add(new(suite.Workspace.Path, workspace, suite.Workspace.Access == WorkspaceAccess.ReadOnly));
        if (suite.Python.Wheelhouse is { } wheelhouse)
            result.mounts.Add(new(wheelhouse, SandboxPaths.Wheelhouse, ReadOnly: true));

        // A requirements file may include its neighbours with -r and -c, so that its folder is mounted, not the file.
        foreach (var file in suite.Python.Requirements.Concat(suite.Python.Constraints).Concat(suite.Python.BuildConstraints))
        {
            var folder = Path.GetDirectoryName(file)!;
            if (!result.mounts.Any(mount => Holds(mount.Source, file)))
                result.mounts.Add(new(folder, $"{SandboxPaths.Inputs}/{result.mounts.Count}", ReadOnly: true));
            result.needed.Add(result.Inside(file));
        }

        return result;
    }

    /// <summary>The path inside of a file of this machine.</summary>
    /// <exception cref="ArgumentException">No mount holds the file.</exception>
    public string Inside(string file)
    {
        var mount = mounts.FirstOrDefault(mount => Holds(mount.Source, file))
            ?? throw new ArgumentException($"No mount holds '{file}'.", nameof(file));
        return mount.Target + "/" + Path.GetRelativePath(mount.Source, file).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The path on this machine of a file or folder inside; null when no mount holds it.</summary>
    public string? Outside(string path)
    {
        var mount = Mount(path);
        return mount is null ? null : Path.Combine(mount.Source, path[mount.Target.Length..].TrimStart('/'));
    }

    /// <summary>The folder on this machine whose mount holds a file or folder inside; null when none does.</summary>
    public string? Source(string path) => Mount(path)?.Source;

    private BindMount? Mount(string path) =>
        mounts.FirstOrDefault(mount => path == mount.Target || path.StartsWith(mount.Target + "/", StringComparison.Ordinal));

    private static bool Holds(string folder, string file)
    {
        var relative = Path.GetRelativePath(folder, file);
        return relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}
