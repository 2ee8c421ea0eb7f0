using Harness.Diagnosis.Rules.Endings;
using Harness.Diagnosis.Rules.Engine;
using Harness.Diagnosis.Rules.Install;
using Harness.Diagnosis.Rules.Own;
using Harness.Diagnosis.Rules.Resources;
using Harness.Diagnosis.Rules.Tests;
using Harness.Evidence;

namespace Harness.Diagnosis;

/// <summary>From evidence to causes. Pure, and needs no engine: the evidence of an old artifacts folder gives the same answer.</summary>
public static class Diagnoser
{
    /// <summary>
    /// In order of precedence: what Harness did itself, what engine and kernel witnessed, exit codes. Each that applies speaks; one
    /// further down does not outrank one above it, whatever its confidence.
    /// </summary>
    private static readonly Func<Case, Cause?>[] Witnesses =
    [
        DidNotFinishRule.Explain,
        InterruptedRule.Explain,
        OutputFloodRule.Explain,
        SourceBuildStoppedRule.Explain,
        BacktrackingRule.Explain,
        TimeoutSuiteRule.Explain,
        TimeoutInstallRule.Explain,
        TimeoutTestRule.Explain,

        EngineLostRule.Explain,
        ContainerRemovedRule.Explain,
        KilledExternallyRule.Explain,
        MainProcessExitedRule.Explain,
        MemoryHostRule.Explain,
        MemoryLimitRule.Explain,
        SharedMemoryFullRule.Explain,
        InodesExhaustedRule.Explain,
        DiskFullRule.Explain,
        ProcessLimitRule.Explain,
        CpuThrottledRule.Explain,

        NotStartedRule.Explain,
        CrashedRule.Explain,
    ];

    /// <summary>What programs say, the weakest witness. The most specific comes first, and only the first speaks: they read the same words.</summary>
    private static readonly Func<Case, Cause?>[] Texts =
    [
        MemoryErrorRule.Explain,
        RequirementInvalidRule.Explain,
        RequirementRefusedRule.Explain,
        VersionControlRule.Explain,
        ExternallyManagedRule.Explain,
        HashMismatchRule.Explain,
        HashMissingRule.Explain,
        ArchiveCorruptRule.Explain,
        RequiresPythonRule.Explain,
        MetadataUnfitRule.Explain,
        IndexDeniedRule.Explain,
        IndexUnreachableRule.Explain,
        WorkspaceUnwritableRule.Explain,
        SourceBuildRule.Explain,
        BuildBackendMissingRule.Explain,
        SourceBuildFailedRule.Explain,
        WheelIncompatibleRule.Explain,
        ConstraintNotFoundRule.Explain,
        DependencyConflictRule.Explain,
        RequirementNotFoundRule.Explain,
    ];

    /// <summary>The plain fact, where nothing says more.</summary>
    private static readonly Func<Case, Cause?>[] Facts =
    [
        ExpectationFailedRule.Explain,
        TestFailedRule.Explain,
        ProcessKilledRule.Explain,
        InstallFailedRule.Explain,
    ];

    /// <summary>Why an attempt did not pass, most likely first; empty when it passed.</summary>
    public static IReadOnlyList<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Fault is { } unreadable && MountFaultRule.Explain(evidence, unreadable) is { } mount)
            return [mount with { Remedy = unreadable.Remedy ?? mount.Remedy }]; // the step that found it out failed for nothing else
        var failed = evidence.Steps.Where(step => step.Result.Outcome is not (Outcome.Passed or Outcome.Skipped)).ToList();
        var causes = evidence.Fault is { } fault ? [OfFault(evidence, fault)] : failed.Count > 0 ? new List<Cause>() : [.. BetweenSteps(evidence)];
        for (var index = 0; index < failed.Count; index++)
        {
            // Of the step that decided all that speaks; of each later one what speaks most.
            var found = OfStep(new(evidence, failed[index]));
            causes.AddRange(index == 0 ? found : found.Take(1));
        }

        return [.. causes.DistinctBy(cause => (cause.Name, cause.Step, cause.Subject))];
    }

    private static List<Cause> OfStep(Case @case)
    {
        List<Cause> causes = [.. Ask(Witnesses, @case), .. Ask(Texts, @case).Take(1)];
        if (causes.Count == 0)
            causes.AddRange(Ask(Facts, @case));
        return causes.Count > 0 ? causes : [UnknownRule.Explain(@case)];
    }

    private static IEnumerable<Cause> Ask(IEnumerable<Func<Case, Cause?>> rules, Case @case) => rules.Select(rule => rule(@case)).OfType<Cause>();

    private static Cause OfFault(AttemptEvidence evidence, Fault fault) =>
        OpenCircuitRule.Explain(evidence, fault) ?? EngineFaultRule.Explain(evidence, fault) ?? RegistryFaultRule.Explain(evidence, fault) ?? ContainerFaultRule.Explain(evidence, fault);

    private static IEnumerable<Cause> BetweenSteps(AttemptEvidence evidence)
    {
        if (evidence.Interrupted)
            yield return InterruptedRule.Of(evidence, null);
        else if (!evidence.Finished)
            yield return DidNotFinishRule.Of(evidence, null);
    }
}
