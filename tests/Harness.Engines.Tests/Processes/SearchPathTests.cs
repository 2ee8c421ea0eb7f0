using Harness.Engines.Processes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Processes;

public sealed class SearchPathTests : IDisposable
{
    private readonly TemporaryFolder _first = new();
    private readonly TemporaryFolder _second = new();

    [Fact]
    public void The_first_program_on_the_given_path_is_taken_and_other_files_are_passed_over()
    {
        File.WriteAllText(_first["tool"], "#!/bin/sh\n");
        _second.WriteScript("tool", "#!/bin/sh\n");

        Assert.Equal(_second["tool"], Find("tool", $"{_first.Path}:{_second.Path}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nowhere")]
    [InlineData(".")]
    public void A_name_that_no_folder_has_is_not_found(string path) => Assert.Null(Find("harness-test-absent", path));

    [Fact]
    public void A_path_is_taken_as_it_is()
    {
        _first.WriteScript("tool", "#!/bin/sh\n");

        Assert.Equal(_first["tool"], Find(_first["tool"], ""));
        Assert.Null(Find(_first["other"], _first.Path));
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private static string? Find(string name, string path) => SearchPath.Find(name, new Dictionary<string, string> { ["PATH"] = path });
}
