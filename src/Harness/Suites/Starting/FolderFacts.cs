using Harness.Suites.Linting;

namespace Harness.Suites.Starting;

/// <summary>What a folder says of the Python environment in it.</summary>
public sealed record FolderFacts
{
    /// <summary>The folder's own name.</summary>
    public required string FolderName { get; init; }

    /// <summary>A requirements file; null when the dependencies come from elsewhere.</summary>
    public string? Requirements { get; init; }

    /// <summary>A constraints file; null when there is none.</summary>
    public string? Constraints { get; init; }

    /// <summary>The dependencies that another file names, as requirements; empty when there is a requirements file.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The file that names them.</summary>
    public string? DependenciesFrom { get; init; }

    /// <summary>Exact versions from a lock file, as constraints; empty when there is a constraints file or no lock.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>The lock file.</summary>
    public string? PinsFrom { get; init; }

    /// <summary>Names of the packages that are asked for directly.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>Folders that the requirements install from where they are and whose builds write into them.</summary>
    internal IReadOnlyList<LocalProject> Projects { get; init; } = [];

    /// <summary>The versions of Python that the project asks for, such as <c>&gt;=3.12</c>; null when it does not say.</summary>
    public string? RequiresPython { get; init; }

    /// <summary>A folder of wheels; null when there is none.</summary>
    public string? Wheelhouse { get; init; }

    /// <summary>The folder with the project's own tests; null when there is none.</summary>
    public string? TestsFolder { get; init; }

    /// <summary>Whether the project in the folder could be installed, and nothing of what is installed names it.</summary>
    public bool LeavesProjectOut { get; init; }

    /// <summary>Where <c>pyproject.toml</c> asks for pytest, which is not installed, such as <c>the extra 'test'</c>; null: nowhere.</summary>
    public string? PytestIn { get; init; }

    /// <summary>Whether the suite fails until the user let a build write into the workspace, which is theirs to allow.</summary>
    public bool NeedsWriting => Projects.Count > 0;

    /// <summary>Every file and folder that was looked at, with what it is used for or why it is left out.</summary>
    public IReadOnlyList<(string Name, string What)> Found { get; init; } = [];

    /// <summary>Whether the tests can be run by pytest: it is asked for, and there are tests.</summary>
    public bool UsesPytest => TestsFolder is not null && Packages.Contains("pytest", StringComparer.OrdinalIgnoreCase);
}
