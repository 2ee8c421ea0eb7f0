namespace Harness.Standins.Tests.Dummy;

/// <summary>What the process was given.</summary>
internal static class Surroundings
{
    /// <summary>Each argument is followed by a NUL, the one character that no argument can hold.</summary>
    public static int PrintArguments(string[] arguments)
    {
        foreach (var argument in arguments)
            Console.Out.Write(argument + '\0');

        return 0;
    }

    public static int PrintEnvironment(string[] names)
    {
        foreach (var name in names)
            Console.WriteLine(Environment.GetEnvironmentVariable(name) is { } value ? $"{name}={value}" : $"{name} is absent");

        return 0;
    }

    public static int PrintWorkingDirectory()
    {
        Console.WriteLine(Environment.CurrentDirectory);
        return 0;
    }
}
