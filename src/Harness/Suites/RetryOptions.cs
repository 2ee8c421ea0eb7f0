namespace Harness.Suites;

/// <summary>When an attempt that ended in a passing failure of the surroundings is made again.</summary>
/// <param name="Attempts">Attempts in all; 1: never again.</param>
/// <param name="Delay">Pause before the second attempt.</param>
/// <param name="Exponential">Whether the pause doubles each time.</param>
public sealed record RetryOptions(int Attempts, TimeSpan Delay, bool Exponential);
