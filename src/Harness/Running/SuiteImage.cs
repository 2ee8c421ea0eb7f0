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
        if (invocation.Offline || await invocation.Images.HasAsync(reference, suite.Platform, cancellationToken).ConfigureAwait(false))
        {
            using var work = clock.Work();
            return await EnsureAsync(reference, cancellationToken).ConfigureAwait(false);
        }

        invocation.Progress.Report(Event(RunEventKind.ImagePulling, redactor.Redact(suite.Image)));
        var places = invocation.Circuits.Places(reference);
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var work = clock.Work();
            var obtained = await invocation.Circuits.Registry(reference).RunAsync(
                suite.Name,
                token => invocation.Circuits.Image(reference).RunAsync(suite.Name, inner => ObtainAsync(reference, inner), Failure, token),
                Failure, cancellationToken).ConfigureAwait(false);
            return obtained.Image ?? throw obtained.Fault!;
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<(ImageInfo? Image, EngineException? Fault)> ObtainAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await EnsureAsync(reference, cancellationToken).ConfigureAwait(false), null);
            }
            catch (EngineException exception)
            {
                if (IsHopeless(reference) || retrier.PauseAfter(attempt, Causes(exception)) is not { } pause)
                    return (null, exception);
                Tell(attempt, exception, pause);
                await Task.Delay(pause, invocation.Time, cancellationToken).ConfigureAwait(false);
                if (IsHopeless(reference))
                    return (null, exception);
            }
        }
    }

    // Others have found out what a further attempt would.
    private bool IsHopeless(ImageReference reference) => invocation.Circuits.Registry(reference).IsOpen || invocation.Circuits.Image(reference).IsOpen;

    private Cause? Failure((ImageInfo? Image, EngineException? Fault) obtained) => obtained.Fault is { } fault ? Causes(fault)[0] : null;

    private IReadOnlyList<Cause> Causes(EngineException exception) =>
        Diagnoser.Explain(new AttemptEvidence { About = about, Fault = Fault.Of(exception, redactor) });

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
            $"{suite.Name}: attempt {attempt} to get the image failed ({(exception.Fact ?? exception.Message).TrimEnd('.')}); attempt {attempt + 1} follows in {pause.TotalSeconds:0.0} s"));
        journal.Note(text);
        invocation.Progress.Report(Event(RunEventKind.Note, text));
    }

    private RunEvent Event(RunEventKind kind, string text) => new() { Kind = kind, At = invocation.Time.GetUtcNow(), Suite = suite.Name, Text = text };
}
