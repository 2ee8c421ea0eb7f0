namespace Harness.Running;

/// <summary>Lets sandboxes in while there are places and memory, first come first served.</summary>
/// <param name="places">Most sandboxes at once.</param>
/// <param name="memoryBudget">Most memory they may be granted together, in bytes.</param>
public sealed class Admission(int places, long memoryBudget)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Waiter> waiting = [];
    private int places = places;
    private readonly long budget = memoryBudget;
    private long memory = memoryBudget;

    /// <summary>
    /// Waits for a place and the memory. One that asks for more than the whole budget is let in when it is alone,
    /// so that a small budget slows things down and never stops them.
    /// </summary>
    public async Task<IDisposable> EnterAsync(long memoryBytes, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(Math.Min(memoryBytes, budget));
        lock (gate)
        {
            waiting.AddLast(waiter);
            LetIn();
        }

        await using var registration = cancellationToken.Register(() => Withdraw(waiter, cancellationToken)).ConfigureAwait(false);
        await waiter.Admitted.Task.ConfigureAwait(false);
        return new Place(this, waiter.Bytes);
    }

    private void Withdraw(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!waiting.Remove(waiter))
                return;
            LetIn();
        }

        waiter.Admitted.TrySetCanceled(cancellationToken);
    }

    private void LetIn()
    {
        while (waiting.First is { Value: var next } && places > 0 && next.Bytes <= memory)
        {
            waiting.RemoveFirst();
            places--;
            memory -= next.Bytes;
            next.Admitted.TrySetResult();
        }
    }

    private void Leave(long bytes)
    {
        lock (gate)
        {
            places++;
            memory += bytes;
            LetIn();
        }
    }

    private sealed class Waiter(long bytes)
    {
        public long Bytes { get; } = bytes;

        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(Admission admission, long bytes) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                admission.Leave(bytes);
        }
    }
}
