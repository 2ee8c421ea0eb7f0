using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>The image's own environment refuses installs (PEP 668). Needs: pip's own word for it.</summary>
internal static class ExternallyManagedRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed() || @case.Pip.Said("externally-managed-environment") is not { } line)
            return null;
        return @case.Create("externally-managed", Confidence.Stated,
            $"{@case.Name}: the system's own {ImagePython.Version(@case.Evidence)} in the image refuses installs.",
            "Set python.environment: venv, which is the default; or use an image without the file EXTERNALLY-MANAGED.")
            .At(@case.Key("python.environment") ?? @case.Key("image")).Because("stderr", line);
    }
}
