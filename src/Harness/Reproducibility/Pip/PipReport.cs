using System.Text.Json;

namespace Harness.Reproducibility.Pip;

/// <summary>What <c>pip install --report</c> writes (schema 1): what was chosen, not that it was installed.</summary>
/// <param name="PipVersion">The version of pip that wrote it.</param>
/// <param name="Items">Everything it chose to install, in its order.</param>
public sealed record PipReport(string? PipVersion, IReadOnlyList<PipReportItem> Items)
{
    /// <summary>Reads it. Keys that are missing or not known are no fault; entries without a name are passed over.</summary>
    /// <returns>Null where the text is no such record.</returns>
    public static PipReport? Parse(ReadOnlyMemory<byte> json)
    {
        using var document = PipJson.Parse(json);
        return document?.RootElement.Get("install") is not { ValueKind: JsonValueKind.Array } install
            ? null
            : new PipReport(document.RootElement.Text("pip_version"), [.. install.EnumerateArray().Select(Item).OfType<PipReportItem>()]);
    }

    private static PipReportItem? Item(JsonElement entry) =>
        entry.Get("metadata") is { } metadata && metadata.Text("name") is { } name
            ? new PipReportItem(
                name,
                metadata.Text("version"),
                PackageOrigin.Read(entry.Get("download_info")),
                entry.Flag("requested"),
                entry.Flag("is_direct"),
                entry.Flag("is_yanked"))
            : null;
}
