using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Engine;

/// <summary>Where engines leave different traces of the same fault: Podman has no OOM events, a command line no event stream of its own.</summary>
public sealed class OtherEngineFaults(FaultLab lab)
{
    public static TheoryData<string> Engines => ["podman", "docker-cli", "podman-cli"];

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Engines))]
    public Task A_test_that_takes_more_memory_than_there_is(string engine) => lab.RunAsync(new(ResourceInjections.MemoryLimit)
    {
        Environment = environment => Use(environment, engine),
    });

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Engines))]
    public Task A_container_that_somebody_kills(string engine) => lab.RunAsync(new()
    {
        Cause = "killed-externally",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "smoke.yml",
        Tests = WaitingTest.Text,
        Environment = environment => Use(environment, engine),
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.AtAsync(engine, "kill", run.Container);
        },
    });

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Engines))]
    public Task A_container_that_somebody_stops(string engine) => lab.RunAsync(new()
    {
        Cause = "killed-externally",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "stop",
        Tests = WaitingTest.Text,
        Environment = environment => Use(environment, engine),
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.AtAsync(engine, "stop", "--time", "1", run.Container);
        },
    });

    [Theory(Timeout = FaultLab.Limit)]
    [MemberData(nameof(Engines))]
    public Task A_container_that_somebody_removes(string engine) => lab.RunAsync(new()
    {
        Cause = "container-removed",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "io.harness.suite=fault-",
        Tests = WaitingTest.Text,
        Environment = environment => Use(environment, engine),
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.AtAsync(engine, "rm", "--force", run.Container);
        },
    });

    private static void Use(Dictionary<string, string> environment, string engine)
    {
        environment["HARNESS_ENGINE"] = engine;
        if (engine == "podman")
            environment["CONTAINER_HOST"] = LabEngine.Podman;
    }
}
