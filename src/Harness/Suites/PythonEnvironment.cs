namespace Harness.Suites;

/// <summary>Where packages are installed.</summary>
public enum PythonEnvironment
{
    /// <summary>A virtual environment in the sandbox.</summary>
    Venv,

    /// <summary>The image's own environment.</summary>
    System,
}
