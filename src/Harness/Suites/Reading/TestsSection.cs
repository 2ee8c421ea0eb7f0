using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>Reads <c>tests</c>.</summary>
internal static class TestsSection
{
    public static IReadOnlyList<SmokeTest> Read(Field? field)
    {
        if (field is { Node: YamlSequence { Items.Count: 0 } })
        {
            field.Invalid(
                "'tests' is empty, and a suite without tests proves nothing.",
                "Add a test: - {name: imports, run: python -c \"import PACKAGE\"}.");
            return [];
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. field.Items().Select(item => Read(item, first)).OfType<SmokeTest>()];
    }

    private static SmokeTest? Read(Field item, Dictionary<string, int> first)
    {
        if (item.Node is not YamlMapping)
        {
            item.MustBe("a test with a name and a command", "Write - {name: NAME, run: COMMAND}.");
            return null;
        }

        var map = MapReader.Read(item, SuiteKeys.Test);
        var nameField = map.Require("name", "Add name: NAME, unique in the suite.");
        var name = Names.Test(nameField);
        var command = Command(map.Require("run", "Add run: COMMAND."));
        var test = new SmokeTest
        {
            Name = name ?? "",
            Command = command,
            Timeout = SmallSections.Deadline(map.Find("timeout")),
            Environment = EnvironmentSection.Read(map.Find("env")),
            Expect = ExpectSection.Read(map.Section("expect", SuiteKeys.Expect)),
            Position = item.Position,
        };

        if (name is null)
            return null;
        if (first.TryAdd(name, item.Node.Line))
            return test;

        nameField!.Invalid($"Two tests are named '{name}'; the other begins in line {first[name]}.", "Give each test a name of its own.");
        return null;
    }

    private static IReadOnlyList<string> Command(Field? field)
    {
        switch (field?.Node)
        {
            case null:
                return [];
            case YamlScalar { Kind: ScalarKind.Text, Value.Length: > 0 } when field.Text() is { } script:
                if (string.IsNullOrWhiteSpace(script))
                    field.Invalid($"{field.Name} is a command of nothing but spaces.", "Write the command.");
                return ["sh", "-c", script];
            case YamlSequence { Items.Count: > 0 }:
                return Arguments(field);
            case YamlScalar { Kind: ScalarKind.Text, Value.Length: > 0 }:
                return []; // Text has complained
            default:
                field.MustBe("a command", "Write a text, which the shell runs, or a list, [PROGRAM, ARGUMENT], which runs as it is.");
                return [];
        }
    }

    private static IReadOnlyList<string> Arguments(Field field)
    {
        var arguments = field.Items(FieldScalars.Written);
        if (arguments.Count > 0 && string.IsNullOrWhiteSpace(arguments[0]))
            field.Invalid($"{field.Name} begins with an empty text where a program is expected.", "Write the program first.");
        return arguments;
    }
}
