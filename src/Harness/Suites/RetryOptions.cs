namespace Harness.Suites;

/// <summary>When an attempt that ended in a passing failure of the surroundings is made again.</summary>
/// <param name="Attempts">Attempts in all; 1: never again.</param>
/// <param name="Delay">Pause before the second attempt; every pause is up to a fifth shorter or longer, by chance.</param>
/// <param name="Exponential">Whether the pause doubles each time.</param>
/// <param name="Tests">Whether tests that fail are tried again too; a pass is then reported as flaky.</param>
public sealed record RetryOptions(int Attempts, TimeSpan Delay, bool Exponential, bool Tests = false);
