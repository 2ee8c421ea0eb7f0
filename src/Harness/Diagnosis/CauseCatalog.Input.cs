namespace Harness.Diagnosis;

public static partial class CauseCatalog
{
    private static IEnumerable<CauseKind> Input =>
    [
        new("HARN1001", "suite-invalid",
            "The suite file cannot be read as a suite: a key is unknown, a type is wrong, or a value is impossible.",
            "The suite file, with line and column.",
            "Correct the line; the message names the nearest known key or the form that is expected."),
        new("HARN1002", "image-unpinned",
            "The image reference has no digest, so that tomorrow's run may use another image.",
            "The suite file; the digest is the one that the engine or the registry knows today.",
            "Write the reference with the digest that the message names, or allow it with --allow-unpinned."),
        new("HARN1003", "file-missing",
            "The suite names a file or folder that is not there.",
            "The suite file and the file system.",
            "Create the file, or correct the path; paths are relative to the suite file."),
        new("HARN1004", "path-outside",
            "The suite names a path outside the folder that holds the suite file.",
            "The suite file; links are followed.",
            "Move the file below the suite's folder, or allow it with --allow-outside."),
        new("HARN1005", "variable-unset",
            "The suite reads an environment variable that is not set.",
            "The suite file and the caller's environment.",
            "Set the variable before the run."),
        new("HARN1006", "not-acted-on",
            "The suite uses a key that this version reads and checks but does not act on.",
            "The suite file.",
            "Remove the key, or go on in the knowledge that it has no effect yet."),
        new("HARN1007", "no-suites",
            "No suite was found, and a run without suites proves nothing.",
            "The arguments and the folders looked through.",
            "Name a suite file, or create smoke.yml."),
    ];
}
