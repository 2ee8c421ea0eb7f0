namespace Harness.Benchmarks;

/// <summary>The things that are compared, and where they are.</summary>
internal sealed record Surroundings
{
    /// <summary>The root of the clone.</summary>
    public required string Root { get; init; }

    /// <summary>The harness command: as its package ships it, where that was published, else the Release build.</summary>
    public required string Tool { get; init; }

    /// <summary>The MSBuild task.</summary>
    public required string TaskAssembly { get; init; }

    /// <summary>The folder of the task's props and targets.</summary>
    public string Targets => Path.Combine(Root, "src", "Harness.MSBuild", "build");

    /// <summary>A .NET program that does nothing.</summary>
    public required string Hello { get; init; }

    /// <summary>The Engine API's address; a local socket.</summary>
    public required Uri Engine { get; init; }

    /// <summary>The fixture image, by digest.</summary>
    public required string Image { get; init; }

    /// <summary>The script that does by hand what the quick start does.</summary>
    public static string ByHand => Path.Combine(AppContext.BaseDirectory, "ByHand", "by-hand.sh");

    /// <summary>The quick start's suite.</summary>
    public string QuickStart => Path.Combine(Root, "tests", "smoke", "quickstart");

    /// <summary>Where the reports go.</summary>
    public string Reports => Path.Combine(Root, "artifacts", "bench");

    public static Surroundings Find()
    {
        var root = FindRoot(AppContext.BaseDirectory);
        var artifacts = Path.Combine(root, "artifacts");
        return new()
        {
            Root = root,
            Tool = FirstFile(
                Path.Combine(artifacts, "publish", "Harness.Cli", "release_linux-x64", "Harness.Cli"),
                Path.Combine(artifacts, "bin", "Harness.Cli", "release", "Harness.Cli")),
            TaskAssembly = FirstFile(Path.Combine(artifacts, "bin", "Harness.MSBuild", "release", "Harness.MSBuild.dll")),
            Hello = FirstFile(Path.Combine(artifacts, "bin", "Harness.Benchmarks.Hello", "release", "Harness.Benchmarks.Hello")),
            Engine = new(Required("DOCKER_HOST")),
            Image = Required("HARNESS_FIXTURE_IMAGE"),
        };
    }

    private static string Required(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{variable} is not set; `dotnet run --project build -- bench` sets it.");

    private static string FirstFile(params string[] candidates) => candidates.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{candidates[^1]} is missing; `dotnet run --project build -- bench` builds it.");

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Harness.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above this program holds Harness.sln."));
}
