using System.Text;
using Harness.Suites;
using Harness.Suites.Reading;

namespace Harness.Tests.Suites;

/// <summary>A good suite, cut off and spoilt at every byte: every time a suite or an error, never an exception.</summary>
public sealed class SuiteFuzzTests : IDisposable
{
    private static readonly byte[] Suite = Encoding.UTF8.GetBytes(
        $$"""
        # yaml-language-server: $schema=smoke.schema.json
        schema: 1
        name: api
        image: python:3.11@{{SuiteFolder.Digest}}
        python:
          requirements: [r.txt]
          index-url: ${PIP_INDEX_URL}
          toolchain: {pip: "24.0", wheel: '0.43.0'}
        env: &env
          GREETING: "grüß\t\u00e4 \\ Gott"
          EMPTY: ""
        limits: {memory: 512MiB, cpus: 1.0}
        timeouts: {pull: 10m, suite: 1h30m}
        vary: []
        retries: {attempts: 3, delay: 6s}
        tests:
          - name: imports
            run: |
              python -c "import flask"
              true
            env: *env
          - name: unit
            run: [python, -m, "pytest"]
            expect: {stdout-matches: "pass(ed)?"}
        """);

    private readonly SuiteFolder _folder = new();

    public SuiteFuzzTests() => _folder.Write("r.txt", "");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_suite_is_good_to_begin_with() => Assert.Empty(Read(Suite).Diagnostics);

    [Fact]
    public void A_suite_cut_off_anywhere_is_read_or_refused()
    {
        for (var length = 0; length < Suite.Length; length++)
            Check(Suite[..length]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\0")]
    [InlineData(" ")]
    [InlineData(":")]
    [InlineData(": ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("&a ")]
    [InlineData("*env")]
    [InlineData("!!x ")]
    [InlineData("!<")]
    [InlineData("% ")]
    [InlineData("|\n")]
    [InlineData(">9-")]
    [InlineData("? ")]
    [InlineData("#")]
    [InlineData("\n---\n")]
    [InlineData("\n...\n")]
    [InlineData("<<: *env\n")]
    [InlineData("$")]
    [InlineData("${")]
    [InlineData("-9")]
    [InlineData("\u2028")]
    [InlineData("\U0001f600")]
    public void A_suite_spoilt_anywhere_is_read_or_refused(string spoiler)
    {
        var bytes = Encoding.UTF8.GetBytes(spoiler);
        for (var at = 0; at < Suite.Length; at++)
            Check([.. Suite[..at], .. bytes, .. Suite[(bytes.Length == 0 ? at + 1 : at)..]]);
    }

    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        var random = new Random(20260131);
        var alphabet = "abc:- \n[]{},'\"\\&*!|>%#?@`$~\t0123.éß"u8.ToArray();
        for (var round = 0; round < 3000; round++)
            Check(random.GetItems(alphabet, random.Next(200)));
    }

    private void Check(byte[] bytes)
    {
        var result = Read(bytes);

        if (result.Suite is null == result.Diagnostics.All(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning))
            Assert.Fail($"A suite and errors, or neither: {SuiteFolder.Show(result.Diagnostics)}\n{Convert.ToHexString(bytes)}");
        foreach (var diagnostic in result.Diagnostics)
        {
            if (diagnostic.Remedy.Length == 0 || (diagnostic.Message + diagnostic.Remedy).Any(char.IsControl))
                Assert.Fail($"Not fit for one line: {diagnostic}");
        }
    }

    private SuiteReadResult Read(byte[] bytes)
    {
        var options = new SuiteReadOptions
        {
            WorkingDirectory = _folder.Path,
            Environment = new Dictionary<string, string> { ["PIP_INDEX_URL"] = "https://me:secret@h/simple" },
        };
        return SuiteReader.Read(bytes, Path.Combine(_folder.Path, "smoke.yml"), new ReadContext("smoke.yml", _folder.Path, options));
    }
}
