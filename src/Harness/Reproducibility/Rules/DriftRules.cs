namespace Harness.Reproducibility.Rules;

/// <summary>Names for differences between files that nothing explains away.</summary>
internal static class DriftRules
{
    /// <summary>Machine code that was built from source in the run: compilers write paths and times into it, and order things as they like.</summary>
    public const string NativeBuild = "native-build";

    /// <summary>Anything else: what is installed is not the same.</summary>
    public const string Payload = "payload";

    public static string Of(FileEntry? left, FileEntry? right) =>
        left is { Built: true } && right is { Built: true } && IsNative(left.Path) ? NativeBuild : Payload;

    private static bool IsNative(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".so", StringComparison.Ordinal) || name.Contains(".so.", StringComparison.Ordinal)
            || name.EndsWith(".a", StringComparison.Ordinal) || name.EndsWith(".o", StringComparison.Ordinal);
    }
}
