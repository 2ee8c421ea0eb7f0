namespace Bullseye;

// Targets with a description, which the lists show. The parameter names are part of the contract here too.
public static partial class Targets
{
    public static void Target(string name, string description, Action action) =>
        Add(name, description, [], Async(action));

    public static void Target(string name, string description, Func<Task> action) =>
        Add(name, description, [], action);

    public static void Target(string name, string description, IEnumerable<string> dependsOn) =>
        Add(name, description, dependsOn);

    public static void Target(string name, string description, IEnumerable<string> dependsOn, Action action) =>
        Add(name, description, dependsOn, Async(action));

    public static void Target(string name, string description, IEnumerable<string> dependsOn, Func<Task> action) =>
        Add(name, description, dependsOn, action);

    public static void Target<TInput>(string name, string description, IEnumerable<TInput> forEach, Action<TInput> action) =>
        AddForEach(name, description, [], forEach, Async(action));

    public static void Target<TInput>(string name, string description, IEnumerable<TInput> forEach, Func<TInput, Task> action) =>
        AddForEach(name, description, [], forEach, action);

    public static void Target<TInput>(
        string name, string description, IEnumerable<string> dependsOn, IEnumerable<TInput> forEach, Action<TInput> action) =>
        AddForEach(name, description, dependsOn, forEach, Async(action));

    public static void Target<TInput>(
        string name, string description, IEnumerable<string> dependsOn, IEnumerable<TInput> forEach, Func<TInput, Task> action) =>
        AddForEach(name, description, dependsOn, forEach, action);
}
