using Harness.Diagnosis;
using Harness.Evidence;
using Polly;
using Polly.CircuitBreaker;

namespace Harness.Running.Breaking;

/// <summary>
/// Something that suites depend on. Once enough of them in a row have failed of it, the others do not try it; after a pause one of
/// them does, and its end decides for the rest.
/// </summary>
internal sealed class Circuit
{
    /// <summary>How many suites in a row must have failed.</summary>
    public const int Limit = 3;

    /// <summary>How long nobody tries.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly string dependency;
    private readonly IReadOnlyCollection<string> causes;
    private readonly ResiliencePipeline<FailureStreak?> pipeline;
    private readonly CircuitBreakerStateProvider state = new();
    private FailureStreak? streak;
    private OpenCircuit? opened;

    /// <summary>A closed circuit.</summary>
    /// <param name="dependency">What it is, in words.</param>
    /// <param name="causes">Names of the causes that speak against it.</param>
    /// <param name="time">The clock of the pause.</param>
    /// <param name="tell">Hears when it opens and when it closes again.</param>
    public Circuit(string dependency, IReadOnlyCollection<string> causes, TimeProvider time, Action<string> tell)
    {
        (this.dependency, this.causes) = (dependency, causes);
        // The streak does the counting; Polly's own statistics are set so that what it hands over always suffices.
        var options = new CircuitBreakerStrategyOptions<FailureStreak?>
        {
            FailureRatio = 0,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromHours(12),
            BreakDuration = Pause,
            StateProvider = state,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { Suites.Count: >= Limit }),
            OnOpened = arguments =>
            {
                var reason = arguments.Outcome.Result!.Of(dependency);
                opened = reason;
                tell($"{dependency}: {reason.Suites} suites in a row ended with {reason.Cause}, first suite {reason.First}. What depends on it ends at once; it is tried again after {Pause.TotalSeconds:0} s.");
                return default;
            },
            OnClosed = _ =>
            {
                tell($"{dependency} works again.");
                return default;
            },
        };
        pipeline = new ResiliencePipelineBuilder<FailureStreak?> { TimeProvider = time }.AddCircuitBreaker(options).Build();
    }

    /// <summary>Whether nobody is to try now, not even again.</summary>
    public bool IsOpen => state.CircuitState == CircuitState.Open;

    /// <summary>Does what depends on it.</summary>
    /// <param name="suite">Whose work it is.</param>
    /// <param name="work">The work; its failures are values.</param>
    /// <param name="failure">Why it failed; null: it did not, or of nothing that may pass.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CircuitOpenException">It was not tried.</exception>
    public async Task<T> RunAsync<T>(
        string suite, Func<CancellationToken, Task<T>> work, Func<T, Cause?> failure, CancellationToken cancellationToken)
    {
        T result = default!;
        try
        {
            await pipeline.ExecuteAsync(
                async token =>
                {
                    result = await work(token).ConfigureAwait(false);
                    return Note(suite, failure(result));
                },
                cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (BrokenCircuitException)
        {
            throw new CircuitOpenException(opened!);
        }
    }

    private FailureStreak? Note(string suite, Cause? failure)
    {
        lock (gate)
        {
            streak = FailureStreak.After(streak, suite, failure is not null && causes.Contains(failure.Name) ? failure : null);
            // Before Polly refuses anybody, which it does before it calls OnOpened.
            if (streak is { Suites.Count: Limit })
                opened = streak.Of(dependency);
            return streak;
        }
    }
}
