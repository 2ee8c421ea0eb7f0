using Harness.Suites;

namespace Harness.Running;

/// <summary>The steps of an attempt, in order.</summary>
public static class StepPlan
{
    /// <summary>Versions boot and print.</summary>
    public const string Sanity = "sanity";

    /// <summary>Exact versions of pip, setuptools and wheel.</summary>
    public const string Toolchain = "toolchain";

    /// <summary>The requirements.</summary>
    public const string Install = "install";

    /// <summary>What was installed is written down.</summary>
    public const string Freeze = "freeze";

    /// <summary>Names of all steps of a suite.</summary>
    public static IReadOnlyList<string> Names(Suite suite) =>
    [
        Sanity,
        .. suite.Python.Toolchain.Count > 0 ? new[] { Toolchain } : [],
        Install,
        Freeze,
        .. suite.Tests.Select(Test),
    ];

    /// <summary>Whether there is neither a requirement nor an environment to make.</summary>
    public static bool InstallsNothing(Suite suite) => suite.Python.Requirements.Count == 0 && suite.Python.Environment == PythonEnvironment.System;

    /// <summary>No step of its own: what is collected after an install that failed.</summary>
    public const string Collect = "collect";

    /// <summary>No step of its own: how full the sandbox is after a test that did not pass.</summary>
    public const string Space = "space";

    /// <summary>Whether it is one that Harness runs beside the suite's steps.</summary>
    public static bool IsBeside(string? step) => step is Collect or Space;

    /// <summary>Whether what a step prints is for Harness, and no reading for people.</summary>
    public static bool PrintsForHarness(string? step) => step is Sanity or Freeze or Collect or Space;

    /// <summary>The name of a test's step.</summary>
    public static string Test(SmokeTest test) => "test:" + test.Name;
}
