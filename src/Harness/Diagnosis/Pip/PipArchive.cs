namespace Harness.Diagnosis.Pip;

/// <summary>An archive that pip takes up.</summary>
/// <param name="Package">Normalised name.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsWheel">Whether nothing has to be built.</param>
internal sealed record PipArchive(string Package, string Version, bool IsWheel);
