namespace Harness.Running;

/// <summary>Hears what happens in a run. Called from several threads; it must not throw and not block for long.</summary>
public interface IRunProgress
{
    /// <summary>Whether it wants <see cref="RunEventKind.StepOutput"/>, which is left out otherwise.</summary>
    bool WantsOutput => false;

    /// <summary>Whether it wants <see cref="RunEventKind.Resources"/>, which is left out otherwise.</summary>
    bool WantsResources => false;

    /// <summary>Takes one event.</summary>
    void Report(RunEvent runEvent);
}
