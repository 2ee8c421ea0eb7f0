using Harness.Reproducibility;
using Harness.Tests.Support;
using Microsoft.Playwright;

namespace Harness.Tests.Reporting.Html;

/// <summary>The report as people see it.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const int Patience = 120_000;

    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory(Timeout = Patience)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_cause_the_remedy_and_the_log_of_a_failure_are_seen_with_and_without_scripts(bool scripts)
    {
        var page = await browser.OpenAsync(
            folder.Artifacts, folder.Fill([Samples.MemoryLimit], stderr: "Killed\n"), new() { JavaScriptEnabled = scripts });

        await Visible(page.GetByRole(AriaRole.Heading, new() { Name = "lxml: failed" }));
        await Visible(page.GetByText("install was killed by the kernel at the memory limit of 512 MiB"));
        await Visible(page.GetByText("Raise limits.memory above 512MiB"));
        await Visible(page.Locator("pre", new() { HasText = "Killed" }).First);
        await Browser.ShowAsync(page, scripts ? "failure" : "failure-without-scripts");
    }

    [Theory(Timeout = Patience)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1600, ColorScheme.Dark)]
    public async Task Nothing_leaves_the_page_at_any_width(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill(Samples.All, stdout: new string('x', 2_000), stderr: "AssertionError\n"),
            new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Browser.ShowAsync(page, $"all-{width}-{scheme}");
    }

    [Fact(Timeout = Patience)]
    public async Task The_table_of_suites_is_whole_on_a_narrow_page_and_says_what_its_numbers_are()
    {
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill([.. Enumerable.Repeat(Samples.All, 3).SelectMany((all, index) => all.Select(suite => suite with { Suite = $"{suite.Suite}{index}" }))]),
            new() { ViewportSize = new() { Width = 320, Height = 800 } });

        const string Lines = """
            cells => cells.filter(cell => !cell.textContent.includes(' ')).map(cell => {
              const text = document.createRange();
              text.selectNodeContents(cell.firstElementChild ?? cell);
              return text.getClientRects().length;
            })
            """;
        Assert.All(await page.Locator(".overview tbody th").EvaluateAllAsync<int[]>(Lines), lines => Assert.Equal(1, lines));
        Assert.True(await page.Locator(".scroll").First.EvaluateAsync<bool>("box => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth"));
        Assert.Equal("\"Peak memory \"", await page.Locator(".overview .number:not(:empty)").Nth(1).EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content"));
        await Browser.ShowAsync(page, "overview-320");
    }

    [Theory(Timeout = Patience)]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task A_steps_name_is_on_its_bar_as_a_whole_or_not_at_all(int width)
    {
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill([Samples.TestFailed]), new() { ViewportSize = new() { Width = width, Height = 800 } });

        // Whole: within the bar's part; not at all: below its lower edge.
        var seen = await page.Locator("#suite-1-run-1 .bar b").EvaluateAllAsync<string[]>("""
            names => names.map(name => {
              const text = name.getBoundingClientRect(), part = name.parentElement.getBoundingClientRect();
              return text.top >= part.bottom - 2 ? 'hidden' : text.right <= part.right + 0.5 ? 'whole' : 'cut';
            })
            """);

        Assert.DoesNotContain("cut", seen);
        Assert.Equal(width > 1000, seen.All(state => state == "whole"));
    }

    [Fact(Timeout = Patience)]
    public async Task The_logs_are_searched_and_what_is_found_is_opened()
    {
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill([Samples.Passed, Samples.TestFailed], stdout: "one needle here\nNEEDLE\n"));

        await page.GetByLabel("Search the logs").FillAsync("needle");

        var mark = page.Locator("#suite-1 mark").First;
        await Visible(mark);
        Assert.Equal("needle", await mark.TextContentAsync());
        Assert.Matches("^[0-9]+ found$", await page.GetByRole(AriaRole.Status).First.TextContentAsync() ?? "");
    }

    [Fact(Timeout = Patience)]
    public async Task Ten_thousand_differences_are_paged_and_filtered()
    {
        var differences = Enumerable.Range(0, 10_000).Select(i => new Difference("file", $"site/module_{i}.py", "9 bytes", "8 bytes")).ToArray();
        var suite = Samples.Passed with { Reproducibility = new(ReproducibilityVerdict.ContentDrift, differences) };
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill([suite]));

        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Visible(page.GetByText("101 to 200 of 10000"));
        await Visible(page.GetByRole(AriaRole.Cell, new() { Name = "site/module_150.py" }));
        await page.GetByLabel("Filter differences").FillAsync("module_9999");

        await Visible(page.GetByText("1 to 1 of 1"));
        await Browser.ShowAsync(page, "differences");
    }

    [Fact(Timeout = Patience)]
    public async Task Five_hundred_suites_open_and_their_links_lead_somewhere()
    {
        var suites = Enumerable.Range(0, 500).Select(i => (i % 10 == 0 ? Samples.TestFailed : Samples.Passed) with { Suite = $"suite-{i}" }).ToArray();
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill(suites));

        await page.GetByRole(AriaRole.Link, new() { Name = "suite-490", Exact = true }).ClickAsync();

        var section = page.Locator(new Uri(page.Url).Fragment);
        await Assertions.Expect(section).ToBeInViewportAsync();
        Assert.StartsWith("✗ suite-490: failed", await section.Locator("h2").TextContentAsync(), StringComparison.Ordinal);
        var paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        TestContext.Current.TestOutputHelper?.WriteLine($"first contentful paint after {paint:0} ms");
    }

    [Fact(Timeout = Patience)]
    public async Task Everything_can_be_reached_and_opened_by_keyboard()
    {
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill([Samples.Passed]));

        await page.Locator("summary", new() { HasText = "run 2" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await page.Locator("#suite-1-run-2").EvaluateAsync<bool>("run => run.open"));
        await page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact(Timeout = Patience)]
    public async Task Names_and_roles_are_what_a_screen_reader_reads_out()
    {
        var page = await browser.OpenAsync(folder.Artifacts, folder.Fill([Samples.TestFailed]));

        Snapshot.Match("Reporting/Html/Snapshots/failed.aria.yml", await page.Locator("body").AriaSnapshotAsync() + "\n");
    }

    [Fact(Timeout = Patience)]
    public async Task Hostile_text_neither_runs_nor_becomes_markup()
    {
        const string Evil = "</pre></script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'><a href='javascript:window.pwned=1'>x</a>";
        var page = await browser.OpenAsync(folder.Artifacts, [.. folder.Fill([Samples.TestFailed], stdout: Evil, stderr: Evil), Hostile.Result(Evil)]);

        Assert.False(await page.EvaluateAsync<bool>("'pwned' in window"));
        Assert.Equal(0, await page.Locator("img, a[href^='javascript']").CountAsync());
    }

    private static Task Visible(ILocator locator) => Assertions.Expect(locator).ToBeVisibleAsync();
}
