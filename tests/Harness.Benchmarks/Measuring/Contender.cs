namespace Harness.Benchmarks.Measuring;

/// <summary>One way of doing what a contest is about.</summary>
/// <param name="Name">How reports call it.</param>
/// <param name="RunAsync">Does it once; throws when it did not work, for the time of a failure says nothing.</param>
internal sealed record Contender(string Name, Func<CancellationToken, Task<Sample>> RunAsync);
