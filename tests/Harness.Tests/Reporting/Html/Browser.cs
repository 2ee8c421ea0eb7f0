using Harness.Evidence;
using Harness.Reporting.Html;
using Microsoft.Playwright;

namespace Harness.Tests.Reporting.Html;

/// <summary>Debian's Chromium, with one report open in it at a time.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a report as a reader would: the file, from the folder.</summary>
    internal async Task<IPage> OpenAsync(ArtifactsFolder artifacts, IReadOnlyList<SuiteResult> results, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"{Executable} is missing; install Debian's package chromium.");
        await File.WriteAllTextAsync(artifacts.Html, HtmlReport.Of(results, artifacts, "artifacts/smoke", new()), TestContext.Current.CancellationToken);
        var context = await _browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1100, Height = 900 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        page.Console += (_, message) => Assert.Fail($"the page says on the console: {message.Text}");
        page.PageError += (_, error) => Assert.Fail($"the page's script fails: {error}");
        page.Request += (_, request) => Assert.StartsWith("file:", request.Url, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(artifacts.Html).AbsoluteUri);
        return page;
    }

    /// <summary>Keeps a picture for people to look at.</summary>
    internal static Task ShowAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png"), FullPage = true });
}
