using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Suites.Schema;

public sealed class SuiteReferenceTests
{
    [Fact]
    public void The_page_about_the_suite_file_says_what_the_schema_says()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "smoke.schema.json")))!.AsObject();

        Snapshot.Match("../../docs/suite.md", new SuiteReference(schema).Write());
    }
}
