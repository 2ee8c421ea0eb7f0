using System.Globalization;

namespace Harness.Engines.Machine;

/// <summary>The user and group ids that a user may give away to containers without being root.</summary>
/// <param name="Users">How many user ids.</param>
/// <param name="Groups">How many group ids.</param>
public sealed record SubordinateIds(long Users, long Groups)
{
    /// <summary>As many as a container that has every usual id needs.</summary>
    public const int Enough = 65_536;

    /// <summary>Reads how many a user has from the texts of <c>/etc/subuid</c> and <c>/etc/subgid</c>; a file that is not there is empty.</summary>
    public static SubordinateIds Parse(string user, int uid, string subuid, string subgid) =>
        new(Count(user, uid, subuid), Count(user, uid, subgid));

    // A line is NAME-OR-NUMBER:FIRST:COUNT, and a user may have several.
    private static long Count(string user, int uid, string text) => text.Split('\n')
        .Select(line => line.Trim().Split(':'))
        .Where(fields => fields.Length == 3 && (fields[0] == user || fields[0] == uid.ToString(CultureInfo.InvariantCulture)))
        .Sum(fields => long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0);
}
