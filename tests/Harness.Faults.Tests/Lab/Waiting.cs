namespace Harness.Faults.Tests.Lab;

/// <summary>A test that says it is there and then waits for whatever is done to it.</summary>
internal static class Waiting
{
    /// <summary>What it prints.</summary>
    public const string Word = "ready";

    /// <summary>The test, named <c>victim</c>.</summary>
    public static readonly string Test = Script.Python("victim", $"import time\nprint('{Word}')\ntime.sleep(60)");
}
