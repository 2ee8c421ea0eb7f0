using System.Globalization;
using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Images;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Gets the image of a suite, and tries again while it fails of something that may pass.</summary>
internal sealed class SuiteImage(
    Invocation invocation, Suite suite, SuiteEvidence about, Journal journal, Redactor redactor, Retrier retrier, SuiteClock clock)
{
    /// <summary>The image, once it is on the engine.</summary>
    /// <exception cref="EngineException">It cannot be had.</exception>
    public async Task<ImageInfo> GetAsync(CancellationToken cancellationToken)
    {
        if (!ImageReference.TryParse(suite.Image, out var reference, out var error))
            throw new EngineException(EngineFault.ImageNotFound, $"'{suite.Image}' is no image reference: {error}");
        invocation.Progress.Report(Event(RunEventKind.ImagePulling, redactor.Redact(suite.Image)));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await EnsureAsync(reference, cancellationToken).ConfigureAwait(false);
            }
            catch (EngineException exception) when (Pause(attempt, exception) is { } pause)
            {
                Tell(attempt, exception, pause);
                await Task.Delay(pause, invocation.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan? Pause(int attempt, EngineException exception) =>
        retrier.PauseAfter(attempt, Diagnoser.Explain(new AttemptEvidence { About = about, Fault = new(exception.Fault, exception.Message) }));

    private async Task<ImageInfo> EnsureAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        var left = clock.Left;
        var most = left < suite.Timeouts.Pull ? left : suite.Timeouts.Pull;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = invocation.Time.CreateTimer(_ => limit.Cancel(), null, most > TimeSpan.Zero ? most : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            return await invocation.Images.EnsureAsync(reference, suite.Platform, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineException(EngineFault.RegistryUnreachable,
                left < suite.Timeouts.Pull
                    ? $"The image {reference} was not there within timeouts.suite ({DurationText.Format(suite.Timeouts.Suite)})."
                    : $"The image {reference} was not there within timeouts.pull ({DurationText.Format(suite.Timeouts.Pull)}).");
        }
    }

    private void Tell(int attempt, EngineException exception, TimeSpan pause)
    {
        var text = redactor.Redact(string.Create(
            CultureInfo.InvariantCulture,
            $"{suite.Name}: attempt {attempt} to get the image failed ({exception.Message}); attempt {attempt + 1} follows in {pause.TotalSeconds:0.0} s"));
        journal.Note(text);
        invocation.Progress.Report(Event(RunEventKind.Note, text));
    }

    private RunEvent Event(RunEventKind kind, string text) => new() { Kind = kind, At = invocation.Time.GetUtcNow(), Suite = suite.Name, Text = text };
}
