using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class PodmanFilesTests
{
    [Fact]
    public void Podman_runs_in_the_clone_when_its_path_is_short_enough()
    {
        Assert.Equal("/src/artifacts/engine/run/podman", PodmanFiles.ChooseRunDirectory("/src/artifacts/engine/run", "/tmp", "25fd6607"));
    }

    [Fact]
    public void Podman_runs_in_the_temporary_folder_when_the_path_of_the_clone_is_longer_than_it_takes()
    {
        var engine = "/home/runner/work/harness/harness/artifacts/engine/run";

        Assert.Equal("/tmp/harness-25fd6607-podman", PodmanFiles.ChooseRunDirectory(engine, "/tmp", "25fd6607"));
    }
}
