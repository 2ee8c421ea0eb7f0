namespace Harness.Doctor.Injecting;

/// <summary>A test that says it is there and then waits for whatever is done to it.</summary>
public static class WaitingTest
{
    /// <summary>What it prints.</summary>
    public const string Word = "ready";

    /// <summary>The test, named <c>victim</c>.</summary>
    public static string Text { get; } = TestText.Python("victim", $"import time\nprint('{Word}', flush=True)\ntime.sleep(60)");
}
