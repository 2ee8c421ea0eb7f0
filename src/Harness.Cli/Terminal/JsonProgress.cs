using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Evidence;
using Harness.Running;

namespace Harness.Cli.Terminal;

/// <summary>
/// Progress as JSON lines, for programs; eng/schema/events.schema.json describes them. What Harness's own commands answer is no output of
/// the suite's, in a form of its own, and left out.
/// </summary>
internal sealed class JsonProgress(TextWriter writer) : IRunProgress
{
    private readonly Lock gate = new();

    public bool WantsOutput => true;

    public bool WantsResources => true;

    public void Report(RunEvent runEvent)
    {
        if (runEvent.Kind == RunEventKind.StepOutput && StepPlan.PrintsForHarness(runEvent.Step))
            return;
        var line = JsonSerializer.Serialize(runEvent, RunEventJson.Default.RunEvent);
        lock (gate)
            writer.WriteLine(line);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcTimeConverter), typeof(KebabCaseConverter<RunEventKind>), typeof(KebabCaseConverter<Outcome>), typeof(KebabCaseConverter<Verdict>)])]
[JsonSerializable(typeof(RunEvent))]
internal sealed partial class RunEventJson : JsonSerializerContext;
