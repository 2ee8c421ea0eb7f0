using Bullseye.Internal;

namespace Bullseye;

/// <summary>Defines targets and runs them in the order of their dependencies. A stand-in with the published package's signatures.</summary>
public static partial class Targets
{
    private static readonly TargetCatalog Catalog = new();

    private static void Add(string name, string description, IEnumerable<string> dependsOn, Func<Task>? action = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Job[] jobs = action is null ? [] : [new Job(null, action)];
        Catalog.Add(new TargetDefinition(name, description, [.. dependsOn], jobs, HasInputs: false));
    }

    private static void AddForEach<TInput>(
        string name, string description, IEnumerable<string> dependsOn, IEnumerable<TInput> forEach, Func<TInput, Task> action)
    {
        ArgumentNullException.ThrowIfNull(name);

        // Not enumerated here: the inputs may only exist once the dependencies have run.
        var jobs = forEach.Select(input => new Job($"{input}", () => action(input)));
        Catalog.Add(new TargetDefinition(name, description, [.. dependsOn], jobs, HasInputs: true));
    }

    private static Func<Task> Async(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private static Func<TInput, Task> Async<TInput>(Action<TInput> action) => input =>
    {
        action(input);
        return Task.CompletedTask;
    };
}
