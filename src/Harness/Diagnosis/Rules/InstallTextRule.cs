using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis.Rules;

/// <summary>What pip says of a failed install. Its exit code is 1 whatever happened, so that its words decide.</summary>
internal sealed partial class InstallTextRule : ICauseRule
{
    /// <summary>Most specific first: the first that matches is the cause.</summary>
    private static readonly (string Cause, string Text)[] Signatures =
    [
        ("externally-managed", "error: externally-managed-environment"),
        ("hash-mismatch", "THESE PACKAGES DO NOT MATCH THE HASHES"),
        ("hash-missing", "Hashes are required in --require-hashes mode"),
        ("hash-missing", "In --require-hashes mode, all requirements must have their versions pinned"),
        ("dependency-conflict", "ResolutionImpossible"),
        ("dependency-conflict", "because these package versions have conflicting dependencies"),
        ("resolver-backtracking", "ResolutionTooDeep"),
        ("resolver-backtracking", "resolution-too-deep"),
        ("wheel-incompatible", "is not a supported wheel on this platform"),
        ("archive-corrupt", "error: incomplete-download"),
        ("archive-corrupt", "BadZipFile"),
        ("index-denied", "401 Client Error"),
        ("index-denied", "403 Client Error"),
        ("requires-python", "requires a different Python:"),
        ("build-backend-missing", "BackendUnavailable"),
        ("build-backend-missing", "Cannot import 'setuptools.build_meta'"),
        ("source-build-failed", "error: metadata-generation-failed"),
        ("source-build-failed", "error: failed-wheel-build-for-install"),
        ("source-build-failed", "Failed to build installable wheels"),
        ("source-build-failed", "Could not build wheels for"),
        ("source-build-failed", "Failed building wheel for"),
        ("index-unreachable", "too many 503 error responses"),
        ("index-unreachable", "Failed to establish a new connection"),
        ("index-unreachable", "CERTIFICATE_VERIFY_FAILED"),
        ("index-unreachable", "Read timed out"),
    ];

    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { StartError: null } step || step.Result is not { Name: "install" or "toolchain" or "freeze", Outcome: Outcome.Failed })
            yield break;
        if (step.Result is { ExitCode: 0, Unmet: [var unmet, ..] })
        {
            yield return SourceBuild(step, unmet, evidence.Suite);
            yield break;
        }

        // pip's log holds the tracebacks of failures that it got over, so that it is only asked about what the console hides.
        yield return Stated(step, evidence.Suite) ?? Hidden(step, evidence) ?? NotFound(step, evidence) ?? Plain(step);
    }

    private static Cause? Stated(StepEvidence step, Suite suite)
    {
        foreach (var (name, text) in Signatures)
        {
            if (TextWitness.FirstLine(step, text) is { } line)
                return Located(CauseBuilder.Create(name, Confidence.Stated, $"{step.Result.Name}: {line}", step: step).Because("stderr", line), step, suite);
        }

        return null;
    }

    private static Cause? Hidden(StepEvidence step, AttemptEvidence evidence)
    {
        foreach (var (name, text) in Signatures.Where(signature => signature.Cause.StartsWith("index-", StringComparison.Ordinal)))
        {
            if (TextWitness.FirstLine(evidence.PipLog, text) is { } line)
                return Located(CauseBuilder.Create(name, Confidence.Stated, $"{step.Result.Name}: {line}", step: step).Because("pip-log", line), step, evidence.Suite);
        }

        return null;
    }

    private static Cause? NotFound(StepEvidence step, AttemptEvidence evidence)
    {
        if (TextWitness.FirstLine(step, "No matching distribution found for") is not { } line)
            return null;
        var python = TextWitness.FirstLine(step, "Ignored the following versions that require a different python version");
        var found = TextWitness.FirstLine(step, "Could not find a version that satisfies the requirement");
        var cause = CauseBuilder.Create(python is null ? "requirement-not-found" : "requires-python", Confidence.Stated,
            $"{step.Result.Name}: {found ?? line}", step: step).Because("stderr", line)
            .BecauseIf(found is not null, "stderr", () => found!)
            .BecauseIf(python is not null, "stderr", () => python!);
        return Located(cause, step, evidence.Suite);
    }

    private static Cause SourceBuild(StepEvidence step, string unmet, Suite suite)
    {
        var package = unmet.Split(' ')[0];
        return (CauseBuilder.Create("source-build", Confidence.Witnessed, $"{step.Result.Name}: {unmet}, and source-builds is forbid.",
            $"Add {package} to python.only-binary and choose a version that has a wheel, or set source-builds: allow.", step) with { Subject = package })
            .At(suite.Positions.GetValueOrDefault("source-builds")).Because("pip-report", unmet);
    }

    private static Cause Plain(StepEvidence step)
    {
        var cause = CauseBuilder.Create("install-failed", Confidence.Likely,
            $"{step.Result.Name} ended with exit code {step.Result.ExitCode}.",
            step.Result.Stderr is null ? null : $"Read the last lines of {step.Result.Stderr}", step);
        return TextWitness.LastLines(step.StderrTail, 3).Aggregate(cause, (current, line) => current.Because("stderr", line));
    }

    /// <summary>Adds the package, and the line of the requirements that asks for it.</summary>
    private static Cause Located(Cause cause, StepEvidence step, Suite suite)
    {
        var match = Requirement().Match(step.StderrTail);
        if (!match.Success)
            return cause;
        var package = match.Groups["name"].Value;
        return (cause with { Subject = package }).At(RequirementLines.Find(suite, package));
    }

    [GeneratedRegex(@"(?:No matching distribution found for|satisfies the requirement|Cannot install|Failed building wheel for|Could not build wheels for|package) (?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex Requirement();
}
