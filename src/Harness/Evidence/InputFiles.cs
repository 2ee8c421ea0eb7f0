using System.Text.RegularExpressions;
using Harness.Suites;

namespace Harness.Evidence;

/// <summary>Reads the requirements and constraints of a suite, and the files that these include.</summary>
public static partial class InputFiles
{
    /// <summary>The most files that are followed.</summary>
    internal const int MostFiles = 50;

    private const int MostBytes = 1 << 20;

    /// <summary>The files in the order in which pip reads them; those that cannot be read are left out.</summary>
    public static IReadOnlyList<InputFile> Read(Suite suite, Redactor redactor)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<InputFile>();
        var waiting = new Queue<string>(suite.Python.Requirements.Concat(suite.Python.Constraints).Concat(suite.Python.BuildConstraints));
        while (files.Count < MostFiles && waiting.TryDequeue(out var path))
        {
            if (!known.Add(path) || TryRead(path) is not { } text)
                continue;
            files.Add(new(Shown(suite, path), redactor.Redact(text)));
            foreach (Match include in Include().Matches(text))
                waiting.Enqueue(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, include.Groups["file"].Value)));
        }

        return files;
    }

    /// <summary>A file's text; null when it is not there, too large or cannot be read.</summary>
    internal static string? TryRead(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MostBytes } ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // pip will say so itself
        }
    }

    /// <summary>A file as messages name it.</summary>
    internal static string Shown(Suite suite, string path)
    {
        var folder = Path.GetDirectoryName(suite.DisplayFile);
        var relative = Path.GetRelativePath(suite.Directory, path);
        return string.IsNullOrEmpty(folder) ? relative : Path.Combine(folder, relative);
    }

    [GeneratedRegex(@"^\s*(?:-r|-c|--requirement|--constraint)[ =]*(?<file>[^\s#:]+)\s*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Include();
}
