using Harness.Suites.Finding;
using Harness.Suites.Reading;
using Harness.Suites.Wording;

namespace Harness.Suites;

/// <summary>Finds the suite files that arguments name.</summary>
public static class SuiteFinder
{
    /// <summary>The name of a suite file that need not be named.</summary>
    public const string DefaultName = "smoke.yml";

    /// <summary>
    /// Finds suite files. An argument is a file; a folder, which stands for every <c>smoke.yml</c> in it and below; or a pattern with
    /// <c>*</c>, <c>?</c> and <c>**</c>, which matches files. No argument stands for the working directory. Folders and patterns pass
    /// over <c>.git</c>, <c>.venv</c>, <c>node_modules</c>, <c>bin</c>, <c>obj</c> and <c>artifacts</c>, and follow no links to folders.
    /// </summary>
    /// <param name="arguments">As the user gave them.</param>
    /// <param name="workingDirectory">Absolute path.</param>
    public static SuiteFindResult Find(IReadOnlyList<string> arguments, string workingDirectory)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var diagnostics = new List<SuiteDiagnostic>();
        foreach (var argument in arguments.Count == 0 ? ["."] : arguments)
            files.UnionWith(Find(argument, workingDirectory, diagnostics));
        return new([.. files], diagnostics);
    }

    private static IReadOnlyList<string> Find(string argument, string workingDirectory, List<SuiteDiagnostic> diagnostics)
    {
        var shown = DisplayText.Escape(argument);
        if (argument.Length == 0 || argument.Contains('\0'))
            return Fail(SuiteCodes.Missing, $"{DisplayText.Quote(argument)} names no file.", "Name a suite file, a folder or a pattern.");

        var path = Path.GetFullPath(argument, workingDirectory);
        if (File.Exists(path))
            return [path];
        if (Directory.Exists(path))
            return InFolder(path);
        if (!SuiteGlob.IsPattern(argument))
            return Fail(SuiteCodes.Missing, $"There is no file or folder {DisplayText.Quote(argument)}.", "Correct the path, or let 'harness init' write a first suite.");

        var matches = SuiteGlob.Match(path, NewWalk()).ToArray();
        return matches.Length > 0 ? matches : Fail(SuiteCodes.NoSuites, $"No file matches {DisplayText.Quote(argument)}.", "Correct the pattern; quote it, so that the shell leaves it alone.");

        IReadOnlyList<string> InFolder(string folder)
        {
            var found = NewWalk().Files(folder).ToArray();
            var suites = found.Where(file => Path.GetFileName(file) == DefaultName).ToArray();
            if (suites.Length > 0)
                return suites;

            var near = Array.Find(found, file => Path.GetFileName(file) == "smoke.yaml");
            return Fail(
                SuiteCodes.NoSuites,
                $"There is no {DefaultName} in {DisplayText.Quote(argument)} or below.",
                near is null
                    ? $"Name a suite file, or let 'harness init' write a first {DefaultName}."
                    : $"Rename {DisplayPath.Of(near, workingDirectory)} to {DefaultName}, or name it.");
        }

        IReadOnlyList<string> Fail(string code, string message, string remedy)
        {
            diagnostics.Add(new(code, DiagnosticSeverity.Error, new SourcePosition(shown), message, remedy));
            return [];
        }

        FolderWalk NewWalk() => new((folder, reason) => diagnostics.Add(new(
            SuiteCodes.NoSuites,
            DiagnosticSeverity.Warning,
            new SourcePosition(DisplayPath.Of(folder, workingDirectory)),
            $"The folder cannot be looked into: {DisplayText.Escape(reason)}",
            "Give this user permission, or name the suites.")));
    }
}
