namespace Bullseye;

// Targets without a description. The parameter names are part of the contract: callers write dependsOn: and forEach:.
public static partial class Targets
{
    public static void Target(string name, Action action) =>
        Add(name, "", [], Async(action));

    public static void Target(string name, Func<Task> action) =>
        Add(name, "", [], action);

    public static void Target(string name, IEnumerable<string> dependsOn) =>
        Add(name, "", dependsOn);

    public static void Target(string name, IEnumerable<string> dependsOn, Action action) =>
        Add(name, "", dependsOn, Async(action));

    public static void Target(string name, IEnumerable<string> dependsOn, Func<Task> action) =>
        Add(name, "", dependsOn, action);

    public static void Target<TInput>(string name, IEnumerable<TInput> forEach, Action<TInput> action) =>
        AddForEach(name, "", [], forEach, Async(action));

    public static void Target<TInput>(string name, IEnumerable<TInput> forEach, Func<TInput, Task> action) =>
        AddForEach(name, "", [], forEach, action);

    public static void Target<TInput>(string name, IEnumerable<string> dependsOn, IEnumerable<TInput> forEach, Action<TInput> action) =>
        AddForEach(name, "", dependsOn, forEach, Async(action));

    public static void Target<TInput>(
        string name, IEnumerable<string> dependsOn, IEnumerable<TInput> forEach, Func<TInput, Task> action) =>
        AddForEach(name, "", dependsOn, forEach, action);
}
