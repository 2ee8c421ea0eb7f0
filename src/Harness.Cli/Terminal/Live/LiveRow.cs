namespace Harness.Cli.Terminal.Live;

/// <summary>What one run of a suite is doing now; every text is safe to print.</summary>
/// <param name="Name">Suite and run.</param>
/// <param name="Step">The step, or what comes before the first.</param>
/// <param name="Since">When that began.</param>
/// <param name="MemoryBytes">Memory in use; null when it is not measured.</param>
/// <param name="MemoryLimitBytes">The most that may be used.</param>
/// <param name="LastLine">What was printed last.</param>
internal sealed record LiveRow(string Name, string Step, DateTimeOffset Since, long? MemoryBytes, long? MemoryLimitBytes, string LastLine);
