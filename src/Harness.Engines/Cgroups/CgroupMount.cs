namespace Harness.Engines.Cgroups;

/// <summary>A mounted cgroup hierarchy.</summary>
/// <param name="Root">Which part of the hierarchy the mount shows.</param>
/// <param name="Point">Where it is mounted.</param>
/// <param name="IsUnified">Whether it is version 2.</param>
/// <param name="Controllers">With version 1: its controllers.</param>
internal sealed record CgroupMount(string Root, string Point, bool IsUnified, IReadOnlyList<string> Controllers)
{
    /// <summary>The directory of a cgroup; null when the mount does not show it.</summary>
    public string? Resolve(string cgroup)
    {
        if (Root == "/")
            return Point + cgroup;
        return cgroup == Root || cgroup.StartsWith(Root + "/", StringComparison.Ordinal) ? Point + cgroup[Root.Length..] : null;
    }

    /// <summary>Reads the hierarchies out of a <c>mountinfo</c>: fields, a dash, then type, source and options.</summary>
    public static IReadOnlyList<CgroupMount> Parse(string mountInfo) =>
    [
        .. from line in mountInfo.Split('\n', StringSplitOptions.RemoveEmptyEntries)
           let halves = line.Split(" - ", 2)
           where halves.Length == 2
           let place = halves[0].Split(' ')
           let kind = halves[1].Split(' ')
           where place.Length >= 5 && kind.Length >= 3 && kind[0] is "cgroup" or "cgroup2"
           select new CgroupMount(place[3], place[4], kind[0] == "cgroup2", kind[2].Split(',')),
    ];
}
