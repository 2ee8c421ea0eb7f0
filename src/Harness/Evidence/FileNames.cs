using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Evidence;

/// <summary>Turns names into file names that are safe on every system and with every artifact store.</summary>
internal static class FileNames
{
    private const int LongestName = 80;

    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    // The names of the reports beside the suite folders, and the device names of Windows.
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "junit.xml", "summary.md", "report.html", "index.json", "con", "prn", "aux", "nul",
        "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>A file name for a suite: its name where that is safe, otherwise a safe form that carries a hash of the name to stay unique.</summary>
    public static string ForSuite(string name)
    {
        var safe = Sanitise(name);
        return safe == name && IsFree(name) ? name : $"{safe.Trim('.', '-')}-{Hash(name)}".TrimStart('-');
    }

    /// <summary>A file name for a step; its number in the attempt makes it unique.</summary>
    public static string ForStep(int number, string name) => $"{number:00}-{Sanitise(name)}";

    // Upper case: two names that differ in nothing else are one name on some systems. A dot at the end: lost on others.
    private static bool IsFree(string name) =>
        name.Length > 0 && !name.Any(char.IsUpper) && !name.EndsWith('.') && !Taken.Contains(name) && !Taken.Contains(name.Split('.')[0]);

    private static string Sanitise(string name)
    {
        var safe = new StringBuilder(Math.Min(name.Length, LongestName));
        foreach (var character in name.Length > LongestName ? name.AsSpan(0, LongestName) : name)
            safe.Append(Safe.Contains(character) ? character : '-');
        if (safe.Length > 0 && safe[0] == '.') // neither hidden nor a way up
            safe[0] = '-';
        return safe.ToString();
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
}
