using System.Globalization;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>The hardened form in which every container is asked for; the same as over the engines' APIs.</summary>
internal abstract class CreateArguments
{
    private const int OomScore = 800; // Before Harness, as over the API.
    private const int OpenFiles = 4096;

    /// <summary>The command that creates a container.</summary>
    public ProgramCall From(ContainerSpec spec)
    {
        var environment = PassedEnvironment.Of(spec.Environment);
        string[] arguments =
        [
            // What is missing is reported, not pulled.
            "create", "--pull", "never",
            "--name", spec.Name,
            "--init",
            // The rest of the command follows the image. Neither the image's own entry point nor its command has a say.
            "--entrypoint", spec.Command[0],
            "--user", spec.User,
            "--workdir", "/",
            // The image's health check would run processes that nobody asked for.
            "--no-healthcheck",
            "--cap-drop", "ALL",
            "--security-opt", "no-new-privileges",
            "--ipc", "private",
            "--network", spec.Network ? "bridge" : "none",
            "--oom-score-adj", Text(OomScore),
            "--ulimit", $"nofile={OpenFiles}:{OpenFiles}",
            "--ulimit", "core=0:0",
            .. spec.WritableRoot ? Array.Empty<string>() : ["--read-only"],
            .. spec.Hostname is { } hostname ? ["--hostname", hostname] : Array.Empty<string>(),
            .. spec.Platform is { } platform ? ["--platform", platform] : Array.Empty<string>(),
            .. Limits(spec.Limits),
            .. spec.Labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }),
            .. environment.Arguments,
            .. Own(spec),
            .. spec.Mounts.SelectMany(Mount),
            Image(spec.Image),
            .. spec.Command.Skip(1),
        ];
        return new ProgramCall(arguments) { Environment = environment.Variables, Input = environment.Input };
    }

    /// <summary>The arguments that the engine's own command line has, scratch space and bound of the log among them.</summary>
    protected abstract IEnumerable<string> Own(ContainerSpec spec);

    /// <summary>How to name an image.</summary>
    protected virtual string Image(string reference) => reference;

    /// <summary>A number as all programs read it.</summary>
    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Limits(ContainerLimits limits)
    {
        var memory = Text(limits.MemoryBytes);
        // Swap is the sum of both, so that none is left.
        string[] arguments =
        [
            "--memory", memory, "--memory-swap", memory,
            "--pids-limit", Text(limits.Pids),
            "--shm-size", Text(limits.SharedMemoryBytes),
        ];
        return limits.Cpus is { } cpus
            ? [.. arguments, "--cpus", cpus.ToString("0.######", CultureInfo.InvariantCulture)]
            : arguments;
    }

    // Not --volume, which creates a missing source as an empty directory. A list of comma-separated values, so names may have commas.
    private static IEnumerable<string> Mount(BindMount mount) =>
        ["--mount", $"type=bind,{Field($"source={mount.Source}")},{Field($"target={mount.Target}")}{(mount.ReadOnly ? ",readonly" : "")}"];

    private static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
