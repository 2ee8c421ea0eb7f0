namespace Harness.Evidence;

/// <summary>An artifacts folder cannot be used as it is; the message states the fact and the remedy.</summary>
public sealed class ArtifactsException : IOException
{
    /// <summary>Creates it.</summary>
    /// <param name="path">The file or folder it is about.</param>
    /// <param name="message">The fact.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="innerException">What it was found by, if anything.</param>
    public ArtifactsException(string path, string message, string remedy, Exception? innerException = null)
        : base($"{message} {remedy}", innerException)
    {
        Path = path;
        Fact = message;
        Remedy = remedy;
    }

    /// <summary>The file or folder it is about.</summary>
    public string Path { get; }

    /// <summary>The fact without the remedy.</summary>
    public string Fact { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
