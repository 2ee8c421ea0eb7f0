namespace Harness.Evidence;

/// <summary>One suite in <c>index.json</c>; paths are relative to the artifacts folder.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="File">The suite file, as the user named it.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Result">Its record.</param>
/// <param name="Journal">Its journal.</param>
public sealed record IndexedSuite(
    string Suite,
    string File,
    Verdict Verdict,
    double DurationSeconds,
    string Folder,
    string Result,
    string Journal);
