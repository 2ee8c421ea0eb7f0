using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;
using Harness.Reproducibility;
using Harness.Reproducibility.Baselines;
using Harness.Suites;

namespace Harness.Evidence;

/// <summary>The JSON shape of everything in an artifacts folder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    Converters =
    [
        typeof(UtcTimeConverter),
        typeof(KebabCaseConverter<Verdict>),
        typeof(KebabCaseConverter<Outcome>),
        typeof(KebabCaseConverter<TerminationReason>),
        typeof(KebabCaseConverter<TerminatedBy>),
        typeof(KebabCaseConverter<KillReason>),
        typeof(KebabCaseConverter<EngineKind>),
        typeof(KebabCaseConverter<EngineFault>),
        typeof(KebabCaseConverter<BinaryPolicy>),
        typeof(KebabCaseConverter<PythonEnvironment>),
        typeof(KebabCaseConverter<SourceBuildPolicy>),
        typeof(KebabCaseConverter<WorkspaceAccess>),
        typeof(KebabCaseConverter<ReproducibilityVerdict>),
        typeof(KebabCaseConverter<BaselineVerdict>),
        typeof(KebabCaseConverter<JournalKind>),
    ])]
[JsonSerializable(typeof(SuiteResult))]
[JsonSerializable(typeof(ArtifactsIndex))]
[JsonSerializable(typeof(ComparedRecords))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(FileEntry))]
[JsonSerializable(typeof(EngineEvent))]
[JsonSerializable(typeof(EngineInfo))]
[JsonSerializable(typeof(KillEntry))]
[JsonSerializable(typeof(CgroupCounters))]
[JsonSerializable(typeof(ContainerState))]
[JsonSerializable(typeof(LimitEnforcement))]
public sealed partial class EvidenceJson : JsonSerializerContext
{
    /// <summary>For files that people open: indented, and readable beyond ASCII.</summary>
    public static EvidenceJson Indented => field ??= Readable(indented: true);

    /// <summary>For JSON lines.</summary>
    public static EvidenceJson Lines => field ??= Readable(indented: false);

    /// <summary>
    /// Builds what the first record and the first line of a journal need, beside whatever else is done: of all that happens before the
    /// first container is asked for, it takes longest.
    /// </summary>
    public static Task PrepareAsync() => Task.Run(() =>
    {
        JsonSerializer.Serialize(
            Stream.Null, new SuiteResult { Suite = "", File = "", Verdict = Evidence.Verdict.Passed, StartedAt = default }, Indented.SuiteResult);
        JsonSerializer.Serialize(Stream.Null, new JournalEntry { At = default, Kind = Evidence.JournalKind.Note }, Lines.JournalEntry);
    });

    private static EvidenceJson Readable(bool indented) => new(new JsonSerializerOptions(Default.Options!)
    {
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // these are files, never HTML
    });
}
