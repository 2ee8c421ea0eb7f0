namespace Harness.Doctor.Injecting.Packages;

/// <summary>The metadata file of a package.</summary>
internal static class CoreMetadata
{
    public static string Of(string name, string version, IReadOnlyList<string> requires, string? requiresPython) =>
        $"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        + (requiresPython is null ? "" : $"Requires-Python: {requiresPython}\n")
        + string.Concat(requires.Select(requirement => $"Requires-Dist: {requirement}\n"));
}
