using Harness.Suites.Wording;

namespace Harness.Suites.Reading;

/// <summary>Reads paths of files and folders that must be there, below the suite's folder.</summary>
internal static class FieldPaths
{
    /// <summary>Absolute path of an existing file; null when there was something to complain about.</summary>
    public static string? ExistingFile(this Field field) => field.Existing(field.Text(), folder: false);

    /// <summary>Absolute path of an existing folder; null when there was something to complain about.</summary>
    public static string? ExistingFolder(this Field field, string? text) => field.Existing(text, folder: true);

    /// <summary>The name of the file in a path's folder that is most like the path's; null when none is.</summary>
    public static string? NearestFile(string path) => NearestWord.Find(Path.GetFileName(path), Neighbours(path, folder: false));

    private static string? Existing(this Field field, string? text, bool folder)
    {
        if (text is null)
            return null;

        var context = field.Context;
        var joined = Path.Combine(context.Directory, text);
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(joined));
        if (RealPath.Resolve(joined) is not { } target)
        {
            field.Invalid($"{field.Name} names {DisplayText.Quote(text)}, whose links lead in a circle.", "Correct the links.");
            return null;
        }

        var home = RealPath.Resolve(context.Directory) ?? context.Directory;
        if (context.Options.Overrides.AllowOutside != true && !RealPath.IsWithin(target, home))
            return field.Outside(text, path, target);
        if (folder ? Directory.Exists(path) : File.Exists(path))
            return path;
        if (folder ? File.Exists(path) : Directory.Exists(path))
        {
            var (expected, found) = folder ? ("folder", "file") : ("file", "folder");
            field.Invalid($"{field.Name} must name a {expected}, but {DisplayText.Quote(text)} is a {found}.", $"Name a {expected}.");
            return null;
        }

        return field.Missing(text, path, folder);
    }

    private static string? Outside(this Field field, string text, string path, string target)
    {
        var way = RealPath.IsWithin(path, field.Context.Directory) ? "through a link" : "which leads";
        field.Context.Error(
            SuiteCodes.Outside,
            field.Position,
            $"{field.Name} names {DisplayText.Quote(text)}, {way} outside the suite's folder, to {DisplayText.Quote(target)}.",
            "Move it below the suite's folder, or allow it with --allow-outside.");
        return null;
    }

    private static string? Missing(this Field field, string text, string path, bool folder)
    {
        var near = NearestWord.Find(Path.GetFileName(path), Neighbours(path, folder));
        field.Context.Error(
            SuiteCodes.Missing,
            field.Position,
            $"{field.Name} names {DisplayText.Quote(text)}, but there is no such {(folder ? "folder" : "file")}"
                + (near is null ? "." : $"; the nearest beside it is {DisplayText.Quote(near)}."),
            $"Create {DisplayText.Quote(text)}, or correct the path; paths are relative to the suite file.");
        return null;
    }

    private static IEnumerable<string> Neighbours(string path, bool folder)
    {
        if (Path.GetDirectoryName(path) is not { } parent || !Directory.Exists(parent))
            return [];

        var options = new EnumerationOptions { IgnoreInaccessible = true };
        return (folder ? Directory.EnumerateDirectories(parent, "*", options) : Directory.EnumerateFiles(parent, "*", options))
            .Select(Path.GetFileName)
            .OfType<string>()
            .Order(StringComparer.Ordinal);
    }
}
