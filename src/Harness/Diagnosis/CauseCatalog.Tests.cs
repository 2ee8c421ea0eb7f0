namespace Harness.Diagnosis;

public static partial class CauseCatalog
{
    private static IEnumerable<CauseKind> Tests =>
    [
        new("HARN5001", "test-failed",
            "A smoke test, or the check that Python starts, ended with another exit code than expected.",
            "The exit code and the last lines it printed.",
            "Read the test's output.",
            "test:unit ended with exit code 1, expected 0."),
        new("HARN5002", "expectation-failed",
            "A smoke test ended as expected, but what it printed does not match.",
            "The expression and the output.",
            "Correct the program or the expression.",
            "test:unit: standard output does not match 'passed'."),
        new("HARN5003", "flaky",
            "A smoke test failed and then passed with the same inputs.",
            "The attempts.",
            "Find what differs between the attempts.",
            "test:unit failed in attempt 1 and passed in attempt 2."),
        new("HARN5101", "environment-drift",
            "The two runs installed different packages, versions or archives.",
            "The two freezes.",
            "Pin what differs in a constraints file.",
            "The two runs installed different packages: idna is 3.6 in run 1 and 3.7 in run 2."),
        new("HARN5102", "content-drift",
            "The two runs installed the same versions with different file contents.",
            "The two file manifests.",
            "Use wheels instead of source builds; pin hashes.",
            "The two runs installed the same versions with different files: lxml: lib/python3.11/site-packages/lxml/etree.so differs between run 1 and run 2."),
        new("HARN5103", "outcome-drift",
            "The runs ended differently with the same packages and files, and with the same environment unless vary changed it.",
            "The outcomes of the steps.",
            "Look for time, order, randomness and shared state in the tests that differ.",
            "With the same packages and files, test:unit passed in run 1 and failed in run 2 (exit code 1)."),
    ];

    private static IEnumerable<CauseKind> Own =>
    [
        new("HARN9001", "did-not-finish",
            "Harness itself did not come to an end; this record was written when it started.",
            "The record was never replaced, or the journal begins a step and does not end it.",
            "harness explain DIR tells from the journal how far it got; then harness reap, and run again.",
            "Harness itself ended during test:unit and wrote nothing more."),
        new("HARN9002", "internal-error",
            "Harness failed in a way it was not made for.",
            "The exception.",
            "Report it with the journal.",
            "The journal is incomplete: no space left on device."),
    ];
}
