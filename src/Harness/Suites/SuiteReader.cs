using Harness.Suites.Reading;
using Harness.Suites.Wording;
using Harness.Suites.Yaml;

namespace Harness.Suites;

/// <summary>Reads and checks suite files.</summary>
public static class SuiteReader
{
    /// <summary>Largest suite file that is read.</summary>
    public const int MaxFileBytes = 1 << 20;

    /// <summary>
    /// Reads a suite file. Whatever is wrong with it, with what it names or with the environment it reads becomes a diagnostic, all of
    /// it at once; nothing is thrown for bad input.
    /// </summary>
    /// <param name="path">The file, absolute or relative to the working directory.</param>
    /// <param name="options">What the caller knows and decides.</param>
    public static SuiteReadResult Read(string path, SuiteReadOptions options)
    {
        if (path.Length == 0 || path.Contains('\0'))
        {
            var nowhere = new ReadContext(DisplayText.Escape(path), options.WorkingDirectory, options);
            var message = $"{DisplayText.Quote(path)} cannot be the path of a file.";
            nowhere.Error(SuiteCodes.Missing, nowhere.WholeFile, message, "Name a suite file.");
            return new(null, nowhere.Diagnostics());
        }

        var full = Path.GetFullPath(path, options.WorkingDirectory);
        var context = new ReadContext(DisplayPath.Of(full, options.WorkingDirectory), Path.GetDirectoryName(full) ?? full, options);
        return SuiteFile.Read(full, context) is { } bytes ? Read(bytes, full, context) : new(null, context.Diagnostics());
    }

    /// <summary>Reads a suite from the bytes of its file.</summary>
    internal static SuiteReadResult Read(byte[] bytes, string path, ReadContext context)
    {
        var (text, fault) = YamlText.Decode(bytes);
        var tree = text is null ? new YamlTree(null, [fault!]) : YamlTreeBuilder.Build(text);
        context.IsWhole = tree.Faults.Count == 0;
        foreach (var wrong in tree.Faults)
            context.Invalid(new(context.DisplayFile, wrong.Line, wrong.Column), wrong.Message, wrong.Remedy);

        Suite? suite = null;
        if (tree.Root is null or YamlScalar { Kind: ScalarKind.Null })
        {
            if (tree.Faults.Count == 0)
                context.Invalid(context.WholeFile, "The suite file is empty.", "Write a suite, or let 'harness init' write a first one.");
        }
        else
        {
            var root = YamlOverlay.Apply(tree.Root, context.Options.Values);
            suite = SuiteSections.Read(new(context, "", root, context.At(root)), path);
        }

        return new(context.HasErrors ? null : suite, context.Diagnostics()) { Name = suite is { Name.Length: > 0 } ? suite.Name : null };
    }
}
