using Harness.Diagnosis;
using Harness.Doctor.Injecting.Packages;
using Harness.Engines;
using Harness.Evidence;

namespace Harness.Doctor.Injecting;

/// <summary>A fault that a suite of its own makes happen, within the limits of its sandbox, and what it must then be called.</summary>
public record Injection
{
    /// <summary>The folder beside the suite that its sandbox may write to: <see cref="Shared"/>.</summary>
    public const string SharedFolder = "shared";

    private const UnixFileMode Anybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The name of the cause that is the right answer.</summary>
    public required string Cause { get; init; }

    /// <summary>What is done, as the end of a sentence.</summary>
    public string What { get; init; } = "";

    /// <summary>The step it must be located in; null: none.</summary>
    public required string? Step { get; init; }

    /// <summary>What it must be about; null: not checked.</summary>
    public string? Subject { get; init; }

    /// <summary>A value of the run that the remedy must name.</summary>
    public required string Remedy { get; init; }

    /// <summary>The suite file's keys besides <c>schema name image python tests</c>.</summary>
    public string Keys { get; init; } = "runs: 1\n";

    /// <summary>The suite file's <c>python</c> key; nothing is installed unless it says so.</summary>
    public string Python { get; init; } = "{}";

    /// <summary>Lines of <c>requirements.txt</c>.</summary>
    public string? Requirements { get; init; }

    /// <summary>The suite file's tests, YAML items.</summary>
    public string Tests { get; init; } = "- {name: nothing, run: [\"true\"]}";

    /// <summary>What is in the wheelhouse: <c>wheels</c>, or <c>shared/wheels</c> where the suite shares a folder.</summary>
    public IReadOnlyList<IPackageFile> Packages { get; init; } = [];

    /// <summary>Further files beside the suite: relative path and text.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether there is a folder that the sandbox's user may write to: <see cref="SharedFolder"/>.</summary>
    public bool Shared { get; init; }

    /// <summary>The image, of the one that was asked for.</summary>
    public Func<string, string> Image { get; init; } = image => image;

    /// <summary>Whether it is about fetching an image.</summary>
    public bool Pulls { get; init; }

    /// <summary>What somebody else does to the container as soon as its test has printed <see cref="WaitingTest.Word"/>.</summary>
    public Func<IContainerEngine, string, CancellationToken, Task>? Outside { get; init; }

    /// <summary>Writes the suite and the files it needs.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="name">The suite's name.</param>
    /// <param name="image">An image with Python.</param>
    public void Write(string folder, string name, string image)
    {
        var wheels = Path.Combine(folder, Shared ? SharedFolder : "", "wheels");
        if (Shared)
            Open(Path.Combine(folder, SharedFolder), wheels);
        if (Requirements is not null)
            WriteText(folder, "requirements.txt", Requirements);
        foreach (var (path, text) in Texts)
            WriteText(folder, path, text);
        foreach (var package in Packages)
        {
            Directory.CreateDirectory(wheels);
            File.WriteAllBytes(Path.Combine(wheels, package.FileName), package.Build());
        }

        WriteText(folder, "smoke.yml", SuiteText(name, Image(image)));
    }

    /// <summary>What is wrong with the answer that a run gave; null when it is right.</summary>
    public string? Misjudged(SuiteResult result) => First(result) switch
    {
        null => $"{Cause} had no consequence.",
        var first when first.Name != Cause => $"{Cause} was named {first.Name}: {first.Summary}",
        var first when first.Step != Step => $"{Cause} was located in {first.Step ?? "no step"} rather than in {Step ?? "none"}.",
        var first when Subject is not null && first.Subject != Subject => $"{Cause} was said to be about {first.Subject ?? "nothing"} rather than about {Subject}.",
        var first when !first.Remedy.Contains(Remedy, StringComparison.Ordinal) => $"The remedy of {Cause} does not name {Remedy}: {first.Remedy}",
        _ => null,
    };

    /// <summary>The first cause of a suite. What passed all the same has its causes among the warnings.</summary>
    public static Cause? First(SuiteResult result) => result.Causes.Concat(result.Warnings).FirstOrDefault();

    // The fault is not made twice, unless that is what it is about.
    private string SuiteText(string name, string image) =>
        $"schema: 1\nname: {name}\nimage: {image}\npython: {Python}\n"
        + (Keys.Contains("retries:", StringComparison.Ordinal) ? "" : "retries: {attempts: 1}\n")
        + $"{Keys}tests:\n{Tests}\n";

    private static void WriteText(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // For the sandbox's user, whose id may be anybody's on this machine.
    private static void Open(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, Anybody);
        }
    }
}
