namespace Harness.Suites.Reading;

/// <summary>Every key of a suite file. The schema for editors lists the same ones; a test compares the two.</summary>
internal static class SuiteKeys
{
    public static readonly KeyTable Root = new("", "at the top level",
    [
        "schema", "name", "image", "platform", "python", "env", "workspace", "limits", "timeouts", "network", "user", "runs", "vary",
        "retries", "source-builds", "tests",
    ]);

    public static readonly KeyTable Python = new("python", "in 'python'",
    [
        "executable", "requirements", "constraints", "build-constraints", "binary", "only-binary", "index-url", "extra-index-urls",
        "wheelhouse", "toolchain", "environment",
    ]);

    public static readonly KeyTable Toolchain = new("python.toolchain", "in 'python.toolchain'", ["pip", "setuptools", "wheel"]);

    public static readonly KeyTable Workspace = new("workspace", "in 'workspace'", ["path", "access"]);

    public static readonly KeyTable Limits = new("limits", "in 'limits'",
        ["memory", "cpus", "pids", "disk", "inodes", "shared-memory", "resolver", "output", "output-abort"]);

    public static readonly KeyTable Resolver = new("limits.resolver", "in 'limits.resolver'", ["rounds", "seconds"]);

    public static readonly KeyTable Timeouts = new("timeouts", "in 'timeouts'", ["pull", "install", "test", "suite"]);

    public static readonly KeyTable Network = new("network", "in 'network'", ["install", "test"]);

    public static readonly KeyTable Retries = new("retries", "in 'retries'", ["attempts", "delay", "backoff", "tests"]);

    public static readonly KeyTable Test = new("tests[]", "in a test", ["name", "run", "timeout", "env", "expect"]);

    public static readonly KeyTable Expect = new("tests[].expect", "in 'expect'",
        ["exit-code", "stdout-matches", "stderr-matches", "stdout-excludes", "stderr-excludes"]);

    public static IReadOnlyList<KeyTable> All { get; } =
        [Root, Python, Toolchain, Workspace, Limits, Resolver, Timeouts, Network, Retries, Test, Expect];
}
