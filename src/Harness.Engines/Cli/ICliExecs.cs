namespace Harness.Engines.Cli;

/// <summary>Processes in running containers over a command line.</summary>
internal interface ICliExecs : IAsyncDisposable
{
    /// <inheritdoc cref="IContainerEngine.ExecAsync"/>
    Task<ExecExit> RunAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken);
}
