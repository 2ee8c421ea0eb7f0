namespace Harness.MSBuild;

/// <summary>
/// Lets one project at a time run its suites: a build runs projects side by side in several processes, none of which knows what memory and
/// CPUs the others' containers were granted. Suites of one project still run side by side, as far as the machine allows.
/// </summary>
internal static class MachineTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for the turn, which lasts until it is disposed or the process ends.</summary>
    /// <param name="told">Hears once that there is something to wait for, or that turns cannot be taken here.</param>
    /// <param name="time">The clock of the pauses.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IDisposable?> TakeAsync(Action<string> told, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"harness-builds-{Environment.UserName}.lock");
        for (var waiting = false; ; waiting = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!waiting)
                    told("Waiting for the smoke tests of another project or build to end.");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                told($"Other builds on this machine are not waited for: {exception.Message}");
                return null;
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
