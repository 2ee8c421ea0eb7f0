using System.Text;
using Harness.Evidence;

namespace Harness.Running;

/// <summary>Turns what the collecting program printed into the files of an attempt.</summary>
internal static class CollectedFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Reads the step's standard output and keeps each part as a file of its own; the step's log becomes what
    /// <c>pip freeze</c> printed, which is what people look for there.
    /// </summary>
    public static CollectedInstall Keep(SuiteFolder suite, AttemptFolder folder, StepEvidence step)
    {
        if (step.Result.Stdout is not { } stdout || suite.Find(stdout) is not { } path)
            return new();

        CollectedInstall collected;
        using (var files = new StreamWriter(folder.Files, append: false, Utf8))
            collected = CollectedInstall.Read(File.ReadLines(path), files.WriteLine);
        if (new FileInfo(folder.Files).Length == 0)
            File.Delete(folder.Files); // nothing was recorded, which is not the same as no files

        Write(folder.Freeze, collected.Freeze);
        Write(folder.Inspect, collected.Inspect);
        Write(folder.InstallReport, collected.Report);
        Write(folder.PipLog, collected.Log);
        File.WriteAllText(path, collected.Freeze ?? "", Utf8);
        return collected;
    }

    /// <summary>Reads how full the sandbox was; the logs of that question are nothing to keep.</summary>
    public static StepSpace Space(SuiteFolder suite, StepEvidence step)
    {
        var collected = CollectedInstall.Read(step.StdoutTail.Split('\n', StringSplitOptions.RemoveEmptyEntries), _ => { });
        foreach (var log in new[] { step.Result.Stdout, step.Result.Stderr })
        {
            if (log is not null)
                File.Delete(suite.In(log));
        }

        return new(collected.Disk, collected.SharedMemory);
    }

    private static void Write(string path, string? text)
    {
        if (text is not null)
            File.WriteAllText(path, text, Utf8);
    }
}
