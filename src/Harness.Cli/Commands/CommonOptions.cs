using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Harness.Engines;
using Harness.Running;
using Harness.Suites;

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

    public static Option<bool> Offline() => new("--offline") { Description = "Pull nothing." };

    public static Option<bool> AllowUnpinned() => new("--allow-unpinned") { Description = "Accept an image without digest, with a warning." };

    public static Option<bool> AllowOutside() => new("--allow-outside") { Description = "Accept paths outside the suite's folder." };

    public static Option<long?> Size(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result =>
        {
            if (ByteSize.TryParse(result.Tokens[0].Value, out var bytes))
                return bytes;
            result.AddError($"{name}: '{result.Tokens[0].Value}' is no size; write it like 512MiB or 4GiB.");
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
