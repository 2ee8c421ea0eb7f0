using Harness.Reporting;
using Harness.Running;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Harness.MSBuild;

/// <summary>Progress as messages of the build.</summary>
internal sealed class BuildProgress(TaskLoggingHelper log) : IRunProgress
{
    public void Report(RunEvent runEvent)
    {
        if (ProgressText.Of(runEvent, verbose: true) is { } line)
            log.LogMessage(MessageImportance.Normal, SafeText.BuildLine(line, 1_000));
    }
}
