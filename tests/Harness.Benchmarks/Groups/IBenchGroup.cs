namespace Harness.Benchmarks.Groups;

/// <summary>Contests that belong together.</summary>
internal interface IBenchGroup
{
    /// <summary>Runs them one after the other.</summary>
    IAsyncEnumerable<ContestResult> RunAsync(CancellationToken cancellationToken);
}
