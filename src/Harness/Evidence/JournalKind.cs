namespace Harness.Evidence;

/// <summary>What a line of the journal is about.</summary>
public enum JournalKind
{
    /// <summary>Harness was started.</summary>
    Invocation,

    /// <summary>The engine was found.</summary>
    Engine,

    /// <summary>What the suite is and asks for.</summary>
    Suite,

    /// <summary>The image was resolved.</summary>
    Image,

    /// <summary>The container of an attempt was created.</summary>
    ContainerCreated,

    /// <summary>The container runs; how far each limit holds.</summary>
    Limits,

    /// <summary>A step is about to start.</summary>
    StepStarted,

    /// <summary>A command is about to be run.</summary>
    Command,

    /// <summary>A signal is about to be sent.</summary>
    Kill,

    /// <summary>The engine reported something.</summary>
    Event,

    /// <summary>The cgroup was read.</summary>
    Sample,

    /// <summary>A step ended.</summary>
    StepEnded,

    /// <summary>The space that a step could write to was read.</summary>
    Space,

    /// <summary>Engine, registry, image or container failed.</summary>
    Fault,

    /// <summary>The container was read for the last time; without a state, it was gone.</summary>
    FinalState,

    /// <summary>The caller asked for the end before the first attempt.</summary>
    Interrupted,

    /// <summary>An attempt ended.</summary>
    AttemptEnded,

    /// <summary>Anything else worth knowing.</summary>
    Note,
}
