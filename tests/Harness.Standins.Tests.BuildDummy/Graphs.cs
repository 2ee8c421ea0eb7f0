using static Bullseye.Targets;

namespace Harness.Standins.Tests.BuildDummy;

/// <summary>Sets of targets, one for each thing to be tried. Actions print "ran NAME".</summary>
internal static class Graphs
{
    public static void Define(string graph)
    {
        switch (graph)
        {
            case "usual":
                Target("default", dependsOn: ["test", "pack"]);
                Target("build", "Compiles everything", () => Ran("build"));
                Target("test", dependsOn: ["build"], () => RanAsync("test"));
                Target("test-slow", dependsOn: ["build"], () => Ran("test-slow"));
                Target("pack", dependsOn: ["build"], () => Ran("pack"));
                break;

            case "inputs":
                Target("each", forEach: ["one", "two"], input => Ran($"each {input}"));
                Target("none", forEach: Array.Empty<int>(), input => Ran($"none {input}"));
                Target("some", forEach: [1, 2], input => input == 1 ? RanAsync("some 1") : throw new ExpectedException("two is wrong"));
                break;

            case "failing":
                Target("bad", () => throw new InvalidOperationException("boom"));
                Target("plain", () => throw new ExpectedException("as expected"));
                Target("cancelled", () => Task.FromCanceled(new CancellationToken(canceled: true)));
                Target("good", () => Ran("good"));
                Target("after", dependsOn: ["bad"], () => Ran("after"));
                break;

            case "missing":
                Target("build", () => Ran("build"));
                Target("c", dependsOn: ["zzz", "yyy"], () => Ran("c"));
                Target("b", dependsOn: ["zzz"], () => Ran("b"));
                break;

            case "circular":
                Target("build", () => Ran("build"));
                Target("d", dependsOn: ["e"]);
                Target("e", dependsOn: ["d"]);
                break;

            case "duplicate":
                Target("build", () => Ran("build"));
                try
                {
                    Target("BUILD", () => Ran("build"));
                }
                catch (ArgumentException)
                {
                    Console.WriteLine("refused the duplicate");
                }

                break;

            case "meeting":
                var (left, right) = (new TaskCompletionSource(), new TaskCompletionSource());
                Target("left", () => MeetAsync(left, right));
                Target("right", () => MeetAsync(right, left));
                break;

            case "overloads":
                Overloads();
                break;

            default:
                throw new ArgumentException($"There is no graph '{graph}'.", nameof(graph));
        }
    }

    /// <summary>Every way to define a target, by the published parameter names.</summary>
    private static void Overloads()
    {
        string[] inputs = ["x"];
        Target(name: "o01", action: () => Ran("o01"));
        Target(name: "o02", action: () => RanAsync("o02"));
        Target(name: "o03", dependsOn: ["o02"]);
        Target(name: "o04", dependsOn: ["o03"], action: () => Ran("o04"));
        Target(name: "o05", dependsOn: ["o04"], action: () => RanAsync("o05"));
        Target(name: "o06", forEach: inputs, action: input => Ran($"o06 {input}"));
        Target(name: "o07", forEach: inputs, action: input => RanAsync($"o07 {input}"));
        Target(name: "o08", dependsOn: ["o07"], forEach: inputs, action: input => Ran($"o08 {input}"));
        Target(name: "o09", dependsOn: ["o08"], forEach: inputs, action: input => RanAsync($"o09 {input}"));
        Target(name: "o10", description: "tenth", action: () => Ran("o10"));
        Target(name: "o11", description: "eleventh", action: () => RanAsync("o11"));
        Target(name: "o12", description: "twelfth", dependsOn: ["o11"]);
        Target(name: "o13", description: "thirteenth", dependsOn: ["o12"], action: () => Ran("o13"));
        Target(name: "o14", description: "fourteenth", dependsOn: ["o13"], action: () => RanAsync("o14"));
        Target(name: "o15", description: "fifteenth", forEach: inputs, action: input => Ran($"o15 {input}"));
        Target(name: "o16", description: "sixteenth", forEach: inputs, action: input => RanAsync($"o16 {input}"));
        Target(name: "o17", description: "seventeenth", dependsOn: ["o16"], forEach: inputs, action: input => Ran($"o17 {input}"));
        Target(name: "o18", description: "eighteenth", dependsOn: ["o17"], forEach: inputs, action: input => RanAsync($"o18 {input}"));
        Target("default", dependsOn: ["o01", "o05", "o06", "o09", "o10", "o14", "o15", "o18"]);
    }

    private static void Ran(string what) => Console.WriteLine($"ran {what}");

    private static async Task RanAsync(string what)
    {
        await Task.Yield();
        Ran(what);
    }

    /// <summary>Succeeds only if the other one runs at the same time.</summary>
    private static Task MeetAsync(TaskCompletionSource mine, TaskCompletionSource other)
    {
        mine.SetResult();
        return other.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
