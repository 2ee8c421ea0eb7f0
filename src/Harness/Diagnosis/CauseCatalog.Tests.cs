namespace Harness.Diagnosis;

public static partial class CauseCatalog
{
    private static IEnumerable<CauseKind> Tests =>
    [
        new("HARN5001", "test-failed",
            "A smoke test, or the check that Python starts, ended with another exit code than expected.",
            "The exit code and the last lines it printed.",
            "Read the test's output."),
        new("HARN5002", "expectation-failed",
            "A smoke test ended as expected, but what it printed does not match.",
            "The expression and the output.",
            "Correct the program or the expression."),
        new("HARN5003", "flaky",
            "A smoke test failed and then passed with the same inputs.",
            "The attempts.",
            "Find what differs between the attempts."),
        new("HARN5101", "environment-drift",
            "The two runs installed different packages, versions or archives.",
            "The two freezes.",
            "Pin what differs in a constraints file."),
        new("HARN5102", "content-drift",
            "The two runs installed the same versions with different file contents.",
            "The two file manifests.",
            "Use wheels instead of source builds; pin hashes."),
        new("HARN5103", "outcome-drift",
            "The two runs had the same environment and different outcomes.",
            "The outcomes of the steps.",
            "Look for time, order, randomness and shared state in the tests that differ."),
    ];

    private static IEnumerable<CauseKind> Own =>
    [
        new("HARN9001", "did-not-finish",
            "Harness itself did not come to an end; this record was written when it started.",
            "The record was never replaced.",
            "Run harness reap, then run again; the journal tells how far it came."),
        new("HARN9002", "internal-error",
            "Harness failed in a way it was not made for.",
            "The exception.",
            "Report it with the journal."),
    ];
}
