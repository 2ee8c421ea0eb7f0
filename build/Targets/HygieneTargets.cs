using static Bullseye.Targets;

namespace Harness.Build.Targets;

/// <summary>Tidying up.</summary>
internal static class HygieneTargets
{
    public static void Add() => Target("clean", "Remove artifacts, except the engine's", Clean);

    private static void Clean()
    {
        // The engine may be running, and the build program is.
        foreach (var directory in Children(Paths.Artifacts, except: ["engine", "bin", "obj"])
            .Concat(Children(Path.Combine(Paths.Artifacts, "bin"), except: ["Build"]))
            .Concat(Children(Path.Combine(Paths.Artifacts, "obj"), except: ["Build"])))
        {
            Directory.Delete(directory, recursive: true);
        }

        Console.WriteLine("Kept: artifacts/engine (see engine-stop) and the build program.");
    }

    private static IEnumerable<string> Children(string directory, string[] except) => Directory.Exists(directory)
        ? Directory.GetDirectories(directory).Where(child => !except.Contains(Path.GetFileName(child)))
        : [];
}
