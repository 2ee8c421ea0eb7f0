using Harness.Engines;

namespace Harness.Evidence;

/// <summary>A failure of engine, registry or image, as it was reported.</summary>
/// <param name="Kind">What failed.</param>
/// <param name="Message">The words it was reported with.</param>
/// <param name="Circuit">What had failed before, so that it was not tried; null: it was.</param>
public sealed record Fault(EngineFault Kind, string Message, OpenCircuit? Circuit = null);
