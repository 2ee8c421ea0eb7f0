using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Harness.Engines;
using Harness.Reporting.JUnit;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Suites() => new("SUITE")
    {
        Description = "Suite files, folders or globs; default: every smoke.yml below here.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<EngineChoice?> Engine()
    {
        var option = new Option<EngineChoice?>("--engine")
        {
            Description = $"{EngineChoices.Names}; default: auto.",
            HelpName = "ENGINE",
            CustomParser = result => ParseEngine(result),
        };
        // In place of the names of the enumeration, which are spelt otherwise.
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. Enum.GetValues<EngineChoice>().Select(EngineChoices.Name)]);
        return option;
    }

    public static Option<string?> Output() => new("--output", "-o") { Description = $"The artifacts folder; default: {RunSettings.DefaultOutput}.", HelpName = "DIR" };

    public static Option<JUnitDialect?> JUnitDialect()
    {
        var option = new Option<JUnitDialect?>("--junit-dialect")
        {
            Description = $"Form of junit.xml: {JUnitDialects.Names}, which the schemas of Jenkins and windyroad accept; default: rich.",
            HelpName = "NAME",
            CustomParser = result =>
            {
                var name = result.Tokens[0].Value;
                var dialect = JUnitDialects.Find(name);
                if (dialect is null)
                    result.AddError($"--junit-dialect: '{name}' is not known; {JUnitDialects.Names} is expected.");
                return dialect;
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add("rich", "strict");
        return option;
    }

    /// <summary>The dialect that the command line names, else the environment.</summary>
    public static JUnitOptions JUnit(JUnitDialect? named) => new()
    {
        Dialect = named ?? RunSettings.Of(new() { WorkingDirectory = "", Environment = CallerEnvironment.Read() }).JUnitDialect,
    };

    public static Option<bool> Offline() => new("--offline") { Description = "Pull nothing." };

    public static Option<bool> AllowUnpinned() => new("--allow-unpinned") { Description = "Accept an image without digest, with a warning." };

    public static Option<bool> AllowOutside() => new("--allow-outside") { Description = "Accept paths outside the suite's folder." };

    public static Option<long?> MemoryBudget() => new("--memory-budget")
    {
        Description = "Memory granted to all containers together; default: four fifths of the machine's.",
        HelpName = "SIZE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Running.MemoryBudget.Parse(text) is { } bytes)
                return bytes;
            result.AddError($"--memory-budget: '{text}' is not {Running.MemoryBudget.Expected}.");
            return null;
        },
    };

    public static Option<int?> Count(string name, string description, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most)
                return count;
            var range = most == int.MaxValue ? "from 1" : $"from 1 to {most}";
            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a whole number {range}.");
            return null;
        },
    };

    private static EngineChoice? ParseEngine(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        var choice = EngineChoices.Find(name);
        if (choice is null)
            result.AddError($"--engine: '{name}' is not known; {EngineChoices.Names} is expected.");
        return choice;
    }
}
