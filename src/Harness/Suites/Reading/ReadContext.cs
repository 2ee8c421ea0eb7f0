namespace Harness.Suites.Reading;

/// <summary>What is known and collected while one suite file is read.</summary>
internal sealed class ReadContext(string displayFile, string directory, SuiteReadOptions options)
{
    /// <summary>Nobody corrects more in one go, and a file that is no suite at all would fill screens.</summary>
    public const int MaxDiagnostics = 50;

    private readonly List<SuiteDiagnostic> _diagnostics = [];
    private int _dropped;

    /// <summary>The suite file, for messages.</summary>
    public string DisplayFile => displayFile;

    /// <summary>Absolute path of the folder that holds the suite file.</summary>
    public string Directory => directory;

    public SuiteReadOptions Options => options;

    public SecretCollector Secrets { get; } = new();

    public Dictionary<string, SourcePosition> Positions { get; } = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    /// <summary>Whether the YAML was sound; if not, values may be missing that the file has.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>The whole file as a place.</summary>
    public SourcePosition WholeFile => new(displayFile);

    public SourcePosition At(Yaml.YamlNode node) => new(displayFile, node.Line, node.Column);

    public void Invalid(SourcePosition position, string message, string remedy) => Error(SuiteCodes.Invalid, position, message, remedy);

    public void Error(string code, SourcePosition position, string message, string remedy)
    {
        HasErrors = true;
        Add(new(code, DiagnosticSeverity.Error, position, message, remedy));
    }

    public void Warn(string code, SourcePosition position, string message, string remedy) =>
        Add(new(code, DiagnosticSeverity.Warning, position, message, remedy));

    /// <summary>Everything reported, in the order of the file.</summary>
    public IReadOnlyList<SuiteDiagnostic> Diagnostics()
    {
        if (_diagnostics.Count == 0)
            return [];
        var sorted = _diagnostics.OrderBy(diagnostic => diagnostic.Position.Line).ThenBy(diagnostic => diagnostic.Position.Column);
        if (_dropped == 0)
            return [.. sorted];

        var more = new SuiteDiagnostic(
            SuiteCodes.Invalid,
            DiagnosticSeverity.Error,
            WholeFile,
            $"There is more: {_dropped} further problems are not listed.",
            "Correct the ones above first.");
        return [.. sorted, more];
    }

    private void Add(SuiteDiagnostic diagnostic)
    {
        if (_diagnostics.Contains(diagnostic))
            return; // an alias is checked wherever it stands, but what it stands for is wrong in one place

        if (_diagnostics.Count < MaxDiagnostics)
            _diagnostics.Add(diagnostic);
        else
            _dropped++;
    }
}
