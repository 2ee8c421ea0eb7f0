using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Engines.Sandboxes.Limits;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>What the steps find around them: what the first one found out, and how far each limit holds.</summary>
internal static class EnvironmentFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sanity">The JSON object that the step printed.</param>
    /// <param name="limits">The sandbox's limits.</param>
    public static void Write(string path, string sanity, IReadOnlyList<LimitEnforcement> limits)
    {
        var environment = JsonNode.Parse(sanity)!.AsObject();
        environment["limits"] = new JsonArray([.. limits.Select(limit => JsonSerializer.SerializeToNode(limit, EvidenceJson.Indented.LimitEnforcement))]);
        AtomicFile.Write(path, environment.ToJsonString(EvidenceJson.Indented.Options));
    }
}
