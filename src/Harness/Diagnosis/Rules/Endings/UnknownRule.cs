namespace Harness.Diagnosis.Rules.Endings;

/// <summary>Nothing explains it. Says what there is and what would have settled it.</summary>
internal static class UnknownRule
{
    public static Cause Explain(Case @case)
    {
        var reason = @case.Termination?.Reason.ToString().ToLowerInvariant() ?? "its end was not recorded";
        var missing = @case.Evidence.FinalState is null
            ? "the container's final state, and the engine's events until its end"
            : "the kernel's log around the end of the step (dmesg), which says whether the machine ran out of memory";
        return @case.Create("unknown", Confidence.Guess,
            $"{@case.Name} ended ({reason}{(@case.ExitCode is { } code ? $", exit code {code}" : "")}), and nothing recorded explains it.",
            $"Run {@case.Suite.DisplayFile} again with {missing} at hand.")
            .Because("container-state", @case.Evidence.FinalState is { } state
                ? $"{state.Status}, exit code {state.ExitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}"
                : "not known")
            .SettledBy(missing);
    }
}
