using System.Xml.Linq;
using Harness.Package.Tests.Action.Runner;
using Harness.Package.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Harness.Package.Tests.Action;

/// <summary>What linters do not know of <c>action.yml</c>, of its page and of the workflows.</summary>
public sealed class ActionFileTests
{
    private static readonly ActionFile Action = ActionFile.Read(Repository.Root);

    [Fact]
    public void The_inputs_and_outputs_are_those_of_the_contract_and_the_tool()
    {
        Assert.Equal(["suites", "output", "runs", "engine", "baseline", "version", "tool", "fail-on-drift"], Action.Inputs.Keys);
        Assert.Equal(["verdict", "cause", "junit", "artifacts", "reproducible"], Action.Outputs.Keys);
    }

    [Fact]
    public void An_input_reaches_the_script_as_a_variable_and_in_no_other_way()
    {
        var step = Assert.Single(Action.Steps);

        Assert.DoesNotContain("${{", step.Script, StringComparison.Ordinal);
        Assert.Equal(
            Action.Inputs.Keys.ToDictionary(name => $"INPUT_{name.Replace('-', '_').ToUpperInvariant()}", name => $"${{{{ inputs.{name} }}}}"),
            step.Environment);
    }

    [Fact]
    public void The_action_installs_the_version_of_its_own_checkout()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "eng", "Common.props"));

        Assert.Equal(properties.Descendants("Version").Single().Value, Action.Inputs["version"]);
    }

    [Fact]
    public void The_page_has_every_input_with_its_default_and_every_output()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "action.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();

        Assert.Equal(
            [
                .. Action.Inputs.Select(input => $"{input.Key}={input.Value}"),
                .. Action.Outputs.Keys,
            ],
            rows.Select(row => row.Length == 5 ? $"{row[1].Trim('`')}={row[2].Trim('`')}" : row[1].Trim('`')));
    }

    [Theory]
    [InlineData("ci.yml")]
    [InlineData("nightly.yml")]
    public void A_workflow_pins_what_it_uses_and_gives_this_action_inputs_that_it_has(string workflow)
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, ".github", "workflows", workflow));
        var stream = new YamlStream();
        stream.Load(reader);
        var steps = stream.Documents[0].AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("uses")).ToArray();

        Assert.Contains(steps, step => $"{step["uses"]}" == "./");
        Assert.All(steps, step => Assert.Matches("^(\\./|[a-z-]+/[a-z-]+@[0-9a-f]{40})$", $"{step["uses"]}"));
        Assert.All(
            steps.Where(step => $"{step["uses"]}" == "./"),
            step => Assert.Empty(((YamlMappingNode)step["with"]).Children.Keys.Select(key => $"{key}").Except(Action.Inputs.Keys)));
    }
}
