namespace Bullseye;

/// <summary>A target's action threw; the inner exception says what.</summary>
public class TargetFailedException : Exception
{
    public TargetFailedException()
    {
    }

    public TargetFailedException(string message)
        : base(message)
    {
    }

    public TargetFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
