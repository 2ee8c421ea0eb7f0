using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Harness.Cli.Commands.Help;

/// <summary>The usual help, and examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string AboutRuns = """

        Environment:
          HARNESS_OUTPUT, HARNESS_RUNS, HARNESS_MEMORY_BUDGET and so on stand in for options that are not given.

        Exit codes:
          0         everything passed and is reproducible
          1         a smoke test or an install failed
          2         the command line or a suite is wrong
          3         everything passed, but not the same way twice
          4         infrastructure: engine, image, or a container lost to something outside the suite
          130, 143  interrupted

        """;

    /// <summary>As whoever asks for help has made no mistake.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>The option with it.</summary>
    public static HelpOption Option()
    {
        var option = new HelpOption();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return option;
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (Examples.All.GetValueOrDefault(parseResult.CommandResult.Command.Name) is not { } examples)
            return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        var width = examples.Max(example => example.Line.Length);
        foreach (var (line, what) in examples)
            output.WriteLine($"  {line.PadRight(width)}  {what}");
        if (parseResult.CommandResult.Command.Name == "run")
            output.Write(AboutRuns);
        return code;
    }
}
