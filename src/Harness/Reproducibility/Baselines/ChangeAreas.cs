namespace Harness.Reproducibility.Baselines;

/// <summary>The areas of <see cref="Change"/>, in the order in which they are listed.</summary>
public static class ChangeAreas
{
    /// <summary>The suite's name, or its being there at all.</summary>
    public const string Suite = "suite";

    /// <summary>Digest or platform of the image.</summary>
    public const string Image = "image";

    /// <summary>Python, its implementation, machine and C library.</summary>
    public const string Python = "python";

    /// <summary>The pip that installed.</summary>
    public const string Pip = "pip";

    /// <summary>Version of an installed distribution.</summary>
    public const string Package = "package";

    /// <summary>Hash or commit of the archive that the same version came from.</summary>
    public const string Archive = "archive";

    /// <summary>Content of an installed file, looked at when packages and archives are the same.</summary>
    public const string File = "file";

    /// <summary>The engine and how it is set up.</summary>
    public const string Engine = "engine";

    /// <summary>The kernel below it.</summary>
    public const string Kernel = "kernel";

    /// <summary>A resource limit of the suite.</summary>
    public const string Limit = "limit";

    /// <summary>How a step ended.</summary>
    public const string Outcome = "outcome";

    /// <summary>What the suite came to.</summary>
    public const string Verdict = "verdict";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Suite, Image, Python, Pip, Package, Archive, File, Engine, Kernel, Limit, Outcome, Verdict];
}
