namespace CliWrap.Exceptions;

/// <summary>The base of what this library itself throws.</summary>
public abstract class CliWrapException : Exception
{
    protected CliWrapException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    protected CliWrapException(string message)
        : base(message)
    {
    }
}
