using Harness.Engines;

namespace Harness.Doctor.Checks;

/// <summary>Whether an image is for the processor that the engine has; where it is not, an emulator runs it, or nothing does.</summary>
internal static class EmulationCheck
{
    public const string Name = "emulation";

    private static readonly Dictionary<string, string> Emulators = new(StringComparer.Ordinal)
    {
        ["amd64"] = "qemu-x86_64", ["386"] = "qemu-i386", ["arm64"] = "qemu-aarch64", ["arm"] = "qemu-arm",
        ["ppc64le"] = "qemu-ppc64le", ["s390x"] = "qemu-s390x", ["riscv64"] = "qemu-riscv64",
    };

    public static CheckResult? Of(ImageInfo image, EngineInfo engine, IReadOnlyList<string> emulators, string suite)
    {
        if (Runs(engine.Architecture, image.Architecture))
            return null;
        var pair = $"{image.Platform} on an engine for {engine.Platform}";
        var emulator = Emulators.GetValueOrDefault(image.Architecture);
        var result = !engine.IsLocal ? CheckResult.Warning(Name, "emulation", $"{pair}, which can only be emulated there")
            : emulator is not null && emulators.Contains(emulator) ? CheckResult.Warning(Name, "emulation", $"{pair}, through {emulator}")
            : CheckResult.Failed(Name, "platform-mismatch", $"{pair}, and this kernel has no emulator for it",
                $"Pin the digest of an image for {engine.Platform}.");
        return result with { Subject = suite };
    }

    // A 64-bit processor runs the 32-bit programs of its own family.
    private static bool Runs(string engine, string image) => image == engine || (engine, image) is ("amd64", "386") or ("arm64", "arm");
}
