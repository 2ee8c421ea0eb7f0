namespace Harness.Diagnosis.Rules.Engine;

/// <summary>What is said of a Podman that can make no container, by whoever finds it so.</summary>
internal static class MissingInit
{
    public const string Fact = "Podman has no init program to give to containers.";

    public const string Remedy = "Install the package catatonit (sudo apt install catatonit), or name another init: init_path in containers.conf.";
}
