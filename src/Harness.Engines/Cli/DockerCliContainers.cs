using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Containers over Docker's command line.</summary>
internal sealed class DockerCliContainers(EngineCli cli) : CliContainers(cli)
{
    private readonly DockerCreateArguments _creation = new();

    protected override string[] Removal => ["rm", "--force", "--volumes"];

    protected override ProgramCall Creation(ContainerSpec spec) => _creation.From(spec);
}
