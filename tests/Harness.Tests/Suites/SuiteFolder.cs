using Harness.Suites;

namespace Harness.Tests.Suites;

/// <summary>A folder of its own for a test, in which suites are written and read.</summary>
internal sealed class SuiteFolder : IDisposable
{
    public const string Digest = "sha256:8fb099199b9f2d70342674bd9dbccd3ed03a258f26bbd1d556822c6dfc60c317";

    /// <summary>Three lines that make a good suite; tests add to them.</summary>
    public const string Good = $"name: api\nimage: python@{Digest}\ntests: [{{name: imports, run: python -V}}]\n";

    public string Path { get; } = Directory.CreateTempSubdirectory("harness-suites-").FullName;

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public SuiteReadResult Read(string yaml, Dictionary<string, string>? environment = null, SuiteOverrides? overrides = null)
    {
        Write("smoke.yml", yaml);
        return Read(environment, overrides);
    }

    public SuiteReadResult Read(Dictionary<string, string>? environment = null, SuiteOverrides? overrides = null) => SuiteReader.Read(
        "smoke.yml",
        new() { WorkingDirectory = Path, Environment = environment ?? [], Overrides = overrides ?? new() });

    /// <summary>Reads a suite that has nothing wrong with it.</summary>
    public Suite ReadGood(string yaml, Dictionary<string, string>? environment = null, SuiteOverrides? overrides = null)
    {
        var result = Read(yaml, environment, overrides);
        Assert.Empty(result.Diagnostics);
        return result.Suite!;
    }

    /// <summary>The diagnostics as a compiler would print them, the remedy in a line of its own.</summary>
    public static string Show(IEnumerable<SuiteDiagnostic> diagnostics) => string.Join('\n', diagnostics.Select(diagnostic =>
        $"{diagnostic.Position}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}: {diagnostic.Message}\n  {diagnostic.Remedy}"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
