using Harness.Evidence;
using Harness.Suites.Wording;
using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>A value of the suite file, where it stands, and the means to complain about it.</summary>
/// <param name="Context">Takes complaints.</param>
/// <param name="Path">Such as <c>tests[1].run</c>; empty for the whole file.</param>
/// <param name="Node">The value.</param>
/// <param name="Position">Of the value, or of its key when there is no value to see.</param>
internal sealed record Field(ReadContext Context, string Path, YamlNode Node, SourcePosition Position)
{
    /// <summary>The key's own name, without its surroundings.</summary>
    public string Key => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>Whether it is an item of a list.</summary>
    public bool IsItem => Path.EndsWith(']');

    /// <summary>How messages name it.</summary>
    public string Name => Path.Length == 0 ? "The suite" : $"'{Path}'";

    /// <summary>Reports an error of form.</summary>
    public void Invalid(string message, string remedy) => Context.Invalid(Position, message, remedy);

    /// <summary>Reports that the value is not what the key takes.</summary>
    public void MustBe(string expected, string remedy) => Invalid($"{Name} must be {expected}, but is {Describe()}.", remedy);

    /// <summary>The value in words: <c>'lots'</c>, <c>5</c>, <c>empty</c>, <c>a list</c>.</summary>
    public string Describe() => Node switch
    {
        YamlScalar { Kind: ScalarKind.Null } or YamlScalar { Value: "" } => "empty",
        YamlScalar { Kind: ScalarKind.Text } scalar => Quoted(scalar),
        YamlScalar scalar => DisplayText.Cut(scalar.Value),
        YamlSequence { Items.Count: 0 } => "an empty list",
        YamlSequence => "a list",
        _ => "a mapping",
    };

    private static string Quoted(YamlScalar scalar)
    {
        var text = DisplayText.Quote(Redactor.None.Redact(scalar.Value));
        return CoreSchema.KindOf(scalar.Value) == ScalarKind.Text ? text : $"the text {text}";
    }
}
