using Harness.Suites.Reading;
using Harness.Suites.Wording;

namespace Harness.Suites.Finding;

/// <summary>Looks up arguments, one after the other, and collects what is wrong with them.</summary>
internal sealed class SuiteSearch
{
    private readonly string _workingDirectory;
    private readonly List<SuiteDiagnostic> _diagnostics = [];
    private readonly FolderWalk _walk;

    public SuiteSearch(string workingDirectory)
    {
        _workingDirectory = workingDirectory;
        _walk = new(Unreadable);
    }

    public IReadOnlyList<SuiteDiagnostic> Diagnostics => _diagnostics;

    /// <summary>The absolute paths that an argument stands for.</summary>
    public IReadOnlyList<string> Find(string argument)
    {
        if (argument.Length == 0 || argument.Contains('\0'))
        {
            return Fail(
                argument,
                SuiteCodes.Missing,
                $"{DisplayText.Quote(argument)} names no file.",
                "Name a suite file, a folder or a pattern.");
        }

        var path = Path.GetFullPath(argument, _workingDirectory);
        if (File.Exists(path))
            return [path];
        if (Directory.Exists(path))
            return InFolder(argument, path);
        if (SuiteGlob.IsPattern(argument))
            return Matching(argument, path);

        return Fail(
            argument,
            SuiteCodes.Missing,
            $"There is no file or folder {DisplayText.Quote(argument)}.",
            "Correct the path, or let 'harness init' write a first suite.");
    }

    private IReadOnlyList<string> InFolder(string argument, string folder)
    {
        var found = _walk.Files(folder).ToArray();
        var suites = found.Where(file => Path.GetFileName(file) == SuiteFinder.DefaultName).ToArray();
        if (suites.Length > 0)
            return suites;

        var near = Array.Find(found, file => Path.GetFileName(file) == "smoke.yaml");
        return Fail(
            argument == "." ? "harness" : argument, // the dot is no place that helps anybody
            SuiteCodes.NoSuites,
            $"There is no {SuiteFinder.DefaultName} in {DisplayText.Quote(argument)} or below.",
            near is null
                ? $"Name a suite file, or let 'harness init' write a first {SuiteFinder.DefaultName}. Folders such as .github and artifacts are not searched."
                : $"Rename {DisplayPath.Of(near, _workingDirectory)} to {SuiteFinder.DefaultName}, or name it.");
    }

    private IReadOnlyList<string> Matching(string argument, string pattern)
    {
        var matches = SuiteGlob.Match(pattern, _walk).ToArray();
        return matches.Length > 0
            ? matches
            : Fail(argument, SuiteCodes.NoSuites, $"No file matches {DisplayText.Quote(argument)}.", "Correct the pattern.");
    }

    private IReadOnlyList<string> Fail(string argument, string code, string message, string remedy)
    {
        _diagnostics.Add(new(code, DiagnosticSeverity.Error, new SourcePosition(DisplayText.Escape(argument)), message, remedy));
        return [];
    }

    private void Unreadable(string folder, string reason)
    {
        var diagnostic = new SuiteDiagnostic(
            SuiteCodes.NoSuites,
            DiagnosticSeverity.Warning,
            new SourcePosition(DisplayPath.Of(folder, _workingDirectory)),
            $"The folder cannot be looked into: {DisplayText.Escape(reason)}",
            "Give this user permission, or name the suites.");
        if (!_diagnostics.Contains(diagnostic)) // its files and its folders are listed separately
            _diagnostics.Add(diagnostic);
    }
}
