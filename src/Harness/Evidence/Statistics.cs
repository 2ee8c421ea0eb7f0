namespace Harness.Evidence;

/// <summary>Numbers over all attempts of a suite.</summary>
/// <param name="Attempts">Attempts made.</param>
/// <param name="Retried">Attempts that were made again.</param>
/// <param name="Recovered">Runs that passed after a retry.</param>
/// <param name="SecondsToKill">From the start of the deciding attempt to its violent end.</param>
/// <param name="StepsBeforeKill">Steps that had ended before it.</param>
public sealed record Statistics(int Attempts, int Retried, int Recovered, double? SecondsToKill = null, int? StepsBeforeKill = null);
