using Harness.Suites;

namespace Harness.Evidence;

/// <summary>What a diagnosis needs to know of a suite, without anything secret: it goes into the journal as it is.</summary>
/// <param name="Suite">Limits, deadlines, tests and where everything stands.</param>
/// <param name="Inputs">The requirements and constraints.</param>
public sealed record SuiteEvidence(Suite Suite, IReadOnlyList<InputFile> Inputs)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>From a suite as it was read.</summary>
    public static SuiteEvidence Of(Suite suite, Redactor redactor) => new(
        suite with
        {
            Image = redactor.Redact(suite.Image),
            Environment = Nothing,
            Secrets = [],
            Python = suite.Python with
            {
                IndexUrl = suite.Python.IndexUrl is { } url ? redactor.Redact(url) : null,
                ExtraIndexUrls = [.. suite.Python.ExtraIndexUrls.Select(redactor.Redact)],
            },
            Tests = [.. suite.Tests.Select(test => test with { Environment = Nothing, Command = [.. test.Command.Select(redactor.Redact)] })],
        },
        InputFiles.Read(suite, redactor));
}
