using Harness.Running;
using Harness.Suites;

namespace Harness.Doctor.Checks;

/// <summary>Whether the image has a Python and a pip that the suite can use.</summary>
internal static class PythonCheck
{
    public const string Name = "python";

    public static CheckResult? Of(SuiteFacts facts)
    {
        if (facts is { Python: null, PythonProblem: null })
            return null; // there is no sandbox to ask, which the engine's check or the image's says
        return Judge(facts) with { Subject = facts.Suite.Name };
    }

    private static CheckResult Judge(SuiteFacts facts)
    {
        var suite = facts.Suite;
        if (facts.Python is not { } python)
        {
            var position = suite.Positions.GetValueOrDefault("python.executable") ?? suite.Positions.GetValueOrDefault("image");
            return CheckResult.Failed(Name, "python-missing", facts.PythonProblem!,
                suite.Python.Executable is null ? null : "Name an interpreter that the image has, or leave python.executable out: python3 is taken, else python.") with
            {
                File = suite.DisplayFile,
                Line = position?.Line,
                Column = position?.Column,
            };
        }

        var measured = $"Python {python.Python}, {(python.Pip is { } pip ? $"pip {pip}" : "no pip")} at {python.Executable}";
        if (python.Pip is null && !StepPlan.InstallsNothing(suite))
        {
            return CheckResult.Failed(Name, "python-missing", measured,
                suite.Python.Environment == PythonEnvironment.System
                    ? "Use an image with pip, such as python:3.11-slim."
                    : "Use an image with pip, such as python:3.11-slim; or add python3-pip and python3-venv to this one.");
        }

        return CheckResult.Passed(Name, measured);
    }
}
