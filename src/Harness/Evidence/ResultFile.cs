using System.Text.Json;

namespace Harness.Evidence;

/// <summary>Reads and writes <c>result.json</c>.</summary>
public static class ResultFile
{
    /// <summary>Replaces a suite's record in one step, and never through a link that a tested program may have put there.</summary>
    /// <exception cref="ArtifactsException">The suite's folder is a link.</exception>
    public static void Write(SuiteFolder folder, SuiteResult result)
    {
        Links.Refuse(folder.Artifacts.Path, folder.Path);
        Write(folder.Result, result);
    }

    /// <summary>Replaces a record in one step.</summary>
    public static void Write(string path, SuiteResult result) => AtomicFile.Write(path, stream =>
    {
        JsonSerializer.Serialize(stream, result, EvidenceJson.Indented.SuiteResult);
        stream.WriteByte((byte)'\n');
    });

    /// <summary>Reads a suite's record. Missing optional keys and keys that are not known are no fault.</summary>
    /// <exception cref="ArtifactsException">The file is not there or is no record.</exception>
    public static SuiteResult Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), EvidenceJson.Indented.SuiteResult)
                ?? throw new JsonException("It holds null.");
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArtifactsException(
                path,
                $"{path} cannot be read as a suite's record: {exception.Message}",
                "Run the suite again; the journal beside it shows what happened.",
                exception);
        }
    }
}
