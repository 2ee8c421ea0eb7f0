using System.Text;
using Harness.Engines;
using Harness.Evidence;
using Harness.Running;
using Harness.Suites;

namespace Harness.Tests.Running;

public sealed class InstallWatchTests : IDisposable
{
    private readonly List<string> notes = [];
    private InstallWatch watch;

    public InstallWatchTests() => watch = Open(SourceBuildPolicy.Allow, null);

    public void Dispose() => watch.Dispose();

    [Fact]
    public void Versions_of_a_package_beyond_the_first_are_rounds()
    {
        watch = Open(SourceBuildPolicy.Allow, new(2, null));

        Print("Processing /wheels/many_things-3.0-py3-none-any.whl\n  Downloading https://index.example/other-1.0.tar.gz (3 kB)\n");
        Print("  Using cached many_things-2.0-py3-none-any.whl (1 kB)\n  Downloading many-things-2.0-py3-none-any.whl (1 kB)\n");
        Print("Processing /wheels/many_things-1.0-py3-none-any.whl");
        Assert.False(watch.Forbidden.IsCompleted);
        Print("\n  Downloading many.things-0.9-py3-none-any.whl.metadata\n");

        Assert.True(watch.Forbidden.IsCompleted);
        Assert.Equal(
            (StopFinding.Rounds, "many-things", "pip tried 3 further versions, most of them of many-things: 3.0, 2.0, 1.0, 0.9"),
            (watch.Finding!.Rule, Assert.Single(watch.Finding.Packages), watch.Finding.Text));
    }

    [Fact]
    public void What_is_fetched_after_the_choice_is_made_counts_no_more()
    {
        watch = Open(SourceBuildPolicy.Allow, new(1, null));

        Print("Processing /wheels/a-2.0-py3-none-any.whl\nInstalling collected packages: a\nProcessing /wheels/a-1.0-py3-none-any.whl\nProcessing /wheels/a-0.1-py3-none-any.whl\n");

        Assert.Null(watch.Finding);
    }

    [Fact]
    public void An_archive_that_is_about_to_be_built_is_forbidden_where_the_suite_says_so()
    {
        watch = Open(SourceBuildPolicy.Forbid, null);

        Print("Collecting lxml==5.2.1\n  Downloading lxml-5.2.1.tar.gz (3.7 MB)\nProcessing /workspace/plugin\nBuilding wheels for collected packages: plugin, lxml\n");

        Assert.Equal(
            (StopFinding.SourceBuilds, "lxml", "pip was about to build lxml 5.2.1 from source"),
            (watch.Finding!.Rule, Assert.Single(watch.Finding.Packages), watch.Finding.Text));
    }

    [Fact]
    public void A_folder_that_is_installed_is_meant_to_be_built()
    {
        watch = Open(SourceBuildPolicy.Forbid, null);

        Print("Processing /workspace/plugin\nBuilding wheels for collected packages: plugin\n");

        Assert.False(watch.Forbidden.IsCompleted);
        Assert.Empty(notes);
    }

    [Fact]
    public void What_is_allowed_is_noted()
    {
        Print("  Using cached lxml-5.2.1.tar.gz\nBuilding wheels for collected packages: lxml\n");

        Assert.Equal(["pip builds lxml 5.2.1 from source"], notes);
        Assert.False(watch.Forbidden.IsCompleted);
    }

    [Fact]
    public void A_line_without_an_end_is_harmless()
    {
        for (var piece = 0; piece < 1000; piece++)
            Print(new string('x', 1000));
        Print("\nProcessing /wheels/a-1.0-py3-none-any.whl\n");

        Assert.Null(watch.Finding);
    }

    private InstallWatch Open(SourceBuildPolicy policy, ResolverBudget? budget) => new(policy, budget, notes.Add, TimeProvider.System);

    private void Print(string text) => watch.Write(OutputStream.StandardOutput, Encoding.UTF8.GetBytes(text));
}
