using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Install;

public sealed class IndexDeniedFaults(FaultLab lab)
{
    [Theory(Timeout = FaultLab.Limit)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task An_index_that_refuses(int status)
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Error(status));

        await lab.RunAsync(new()
        {
            Cause = "index-denied", Step = "install", Subject = index.Host, Remedy = index.Host,
            Python = $"{{requirements: [requirements.txt], index-url: \"{index.Url}\"}}",
            Requirements = "greeter\n",
            Keys = index.Keys,
        });
    }
}
