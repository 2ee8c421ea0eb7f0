namespace Bullseye;

/// <summary>The command line, or the dependencies between the targets, cannot be followed. Nothing has run.</summary>
public class InvalidUsageException : Exception
{
    public InvalidUsageException()
    {
    }

    public InvalidUsageException(string message)
        : base(message)
    {
    }

    public InvalidUsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
