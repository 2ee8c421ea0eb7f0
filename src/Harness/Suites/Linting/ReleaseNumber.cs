namespace Harness.Suites.Linting;

/// <summary>A version as it is compared: 1.0 and 1.0.0 are one, and so are 1.0 and 1.00 (https://peps.python.org/pep-0440/).</summary>
internal static class ReleaseNumber
{
    /// <summary>The same text for the same version.</summary>
    public static string Normalize(string version)
    {
        var parts = version.Split('.').Select(part => part.TrimStart('0')).ToList();
        return string.Join('.', parts[..(parts.FindLastIndex(part => part.Length > 0) + 1)]);
    }
}
