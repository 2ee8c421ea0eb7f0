namespace Harness.Suites;

/// <summary>What is installed and how.</summary>
public sealed record PythonOptions
{
    /// <summary>The interpreter inside the image; null: <c>python3</c>, else <c>python</c>.</summary>
    public string? Executable { get; init; }

    /// <summary>Absolute paths of the requirements files.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>Absolute paths of the constraints files.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Absolute paths of the constraints files of isolated builds.</summary>
    public IReadOnlyList<string> BuildConstraints { get; init; } = [];

    /// <summary>Whether wheels are preferred, insisted on, or neither.</summary>
    public BinaryPolicy Binary { get; init; } = BinaryPolicy.Prefer;

    /// <summary>Names that must come as wheels.</summary>
    public IReadOnlyList<string> OnlyBinary { get; init; } = [];

    /// <summary>The package index; may hold credentials.</summary>
    public string? IndexUrl { get; init; }

    /// <summary>Further indexes; may hold credentials.</summary>
    public IReadOnlyList<string> ExtraIndexUrls { get; init; } = [];

    /// <summary>Absolute path of a directory of wheels and sdists.</summary>
    public string? Wheelhouse { get; init; }

    /// <summary>Exact versions of pip, setuptools and wheel to install first.</summary>
    public IReadOnlyDictionary<string, string> Toolchain { get; init; } = new Dictionary<string, string>();

    /// <summary>Where packages go.</summary>
    public PythonEnvironment Environment { get; init; } = PythonEnvironment.Venv;

    /// <summary>Whether pip is kept from every index: a wheelhouse and no index.</summary>
    public bool NoIndex => Wheelhouse is not null && IndexUrl is null;
}
