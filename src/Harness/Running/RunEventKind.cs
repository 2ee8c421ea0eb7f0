namespace Harness.Running;

/// <summary>What a progress event is about.</summary>
public enum RunEventKind
{
    /// <summary>A suite begins.</summary>
    SuiteStarted,

    /// <summary>An image that is not on the engine is fetched.</summary>
    ImagePulling,

    /// <summary>The image is on the engine; the suite's runs begin as soon as there are places and memory for them.</summary>
    ImageReady,

    /// <summary>A run begins with an attempt.</summary>
    AttemptStarted,

    /// <summary>A step begins.</summary>
    StepStarted,

    /// <summary>A step printed something; told a few times a second at most, to those who want it.</summary>
    StepOutput,

    /// <summary>How much memory the sandbox uses; told once a second at most, to those who want it.</summary>
    Resources,

    /// <summary>A step ended.</summary>
    StepEnded,

    /// <summary>An attempt ended.</summary>
    AttemptEnded,

    /// <summary>A suite ended.</summary>
    SuiteEnded,

    /// <summary>All suites ended, and the artifacts are written; the last of all events.</summary>
    RunEnded,

    /// <summary>Something worth knowing.</summary>
    Note,
}
