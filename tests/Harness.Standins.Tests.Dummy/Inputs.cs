namespace Harness.Standins.Tests.Dummy;

/// <summary>Reading standard input to its end.</summary>
internal static class Inputs
{
    public static int Copy()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        input.CopyTo(output);
        return 0;
    }

    public static int Count()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[65536];
        long total = 0;
        for (int read; (read = input.Read(buffer)) > 0;)
            total += read;

        Console.WriteLine(total);
        return 0;
    }
}
