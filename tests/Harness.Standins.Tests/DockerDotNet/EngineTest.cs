using Docker.DotNet;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>A test against a real engine; skipped where there is none.</summary>
[Collection(nameof(EngineCollection))]
public abstract class EngineTest
{
    protected const int Limit = 60_000;

    protected EngineTest(EngineFixture engine)
    {
        EngineFixture.SkipIfAbsent();
        Engine = engine;
    }

    protected EngineFixture Engine { get; }

    protected DockerClient Client => Engine.Client;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
