using System.Text.Json;

namespace Harness.Reproducibility.Pip;

/// <summary>What <c>pip inspect</c> says (schema 1).</summary>
/// <param name="Packages">Every installed distribution, in pip's order.</param>
public sealed record PipInspection(IReadOnlyList<InstalledPackage> Packages)
{
    /// <summary>Reads it. Keys that are missing or not known are no fault; entries without a name are passed over.</summary>
    /// <returns>Null where the text is no such record.</returns>
    public static PipInspection? Parse(ReadOnlyMemory<byte> json)
    {
        using var document = PipJson.Parse(json);
        return document?.RootElement.Get("installed") is not { ValueKind: JsonValueKind.Array } installed
            ? null
            : new PipInspection([.. installed.EnumerateArray().Select(Package).OfType<InstalledPackage>()]);
    }

    private static InstalledPackage? Package(JsonElement entry) =>
        entry.Get("metadata") is { } metadata && metadata.Text("name") is { } name
            ? new InstalledPackage(name, metadata.Text("version"), PackageOrigin.Read(entry.Get("direct_url")))
            : null;
}
