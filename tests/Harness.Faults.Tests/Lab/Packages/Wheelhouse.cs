namespace Harness.Faults.Tests.Lab.Packages;

/// <summary>A wheelhouse of wheels made for one fault.</summary>
internal static class Wheelhouse
{
    /// <summary>The suite's <c>python</c> key that installs from it.</summary>
    public const string Key = "{requirements: [requirements.txt], wheelhouse: wheels}";

    public static void Fill(SuiteBench bench, params IEnumerable<WheelFile> wheels)
    {
        foreach (var wheel in wheels)
            bench.Write("wheels/" + wheel.FileName, wheel.Build());
    }
}
