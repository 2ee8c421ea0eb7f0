using Harness.Engines;
using Harness.Evidence;

namespace Harness.Running.Breaking;

/// <summary>Something was not tried, because several suites in a row had failed of it.</summary>
/// <param name="circuit">What it was, and who failed first.</param>
internal sealed class CircuitOpenException(OpenCircuit circuit) : Exception(
    $"Not tried: {circuit.Suites} suites in a row ended with {circuit.Cause} of {circuit.Dependency}, first suite {circuit.First}.")
{
    /// <summary>The failure that stands in the records.</summary>
    public Fault Fault => new(
        circuit.Cause switch
        {
            "registry-unreachable" => EngineFault.RegistryUnreachable,
            "registry-rate-limited" => EngineFault.RegistryRateLimited,
            "container-removed" => EngineFault.ContainerRemoved,
            _ => EngineFault.EngineLost,
        },
        Message,
        circuit);
}
