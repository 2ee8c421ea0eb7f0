using System.Globalization;

namespace Harness.Engines.Sandboxes;

/// <summary>The labels by which sandboxes are found again.</summary>
public static class SandboxLabels
{
    /// <summary>Marks every sandbox; its value is <c>harness</c>.</summary>
    public const string Tool = "io.harness.tool";

    /// <summary>The invocation that made it.</summary>
    public const string Invocation = "io.harness.invocation";

    /// <summary>Its own id, unique.</summary>
    public const string Sandbox = "io.harness.sandbox";

    /// <summary>The lease that tells whether its owner lives.</summary>
    public const string Lease = "io.harness.lease";

    /// <summary>When it may be removed by those who cannot see its owner's lease; seconds since 1970, UTC.</summary>
    public const string Expires = "io.harness.expires";

    /// <summary>Marks a sandbox that is to outlive its owner; it has no value.</summary>
    public const string Keep = "io.harness.keep";

    internal const string ToolName = "harness";

    internal static Dictionary<string, string> For(SandboxSpec spec, SandboxOwner owner, string sandboxId)
    {
        var labels = new Dictionary<string, string>(spec.Labels)
        {
            [Tool] = ToolName,
            [Invocation] = owner.Invocation,
            [Sandbox] = sandboxId,
            [Lease] = owner.Lease,
            [Expires] = owner.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        if (spec.Keep)
            labels[Keep] = "";
        return labels;
    }
}
