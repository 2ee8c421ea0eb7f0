using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class SuitePathsTests : IDisposable
{
    private const string OutsideRemedy = "Move it below the suite's folder, or allow it with --allow-outside.";

    private readonly SuiteFolder _folder = new();
    private readonly SuiteFolder _elsewhere = new();

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void A_missing_file_is_named_with_the_nearest_beside_it()
    {
        _folder.Write("reqs/requirements.txt", "");

        Assert.Equal(
            "smoke.yml(4,25): error HARN1003: 'python.requirements[0]' names 'reqs/requirments.txt', but there is no such file; "
            + $"the nearest beside it is 'requirements.txt'.\n  {MissingRemedy("reqs/requirments.txt")}",
            Show("python: {requirements: [reqs/requirments.txt]}"));
    }

    [Theory]
    [InlineData("python: {constraints: [no/such.txt]}", "24): error HARN1003: 'python.constraints[0]' names 'no/such.txt', but there is no such file.", "no/such.txt")]
    [InlineData("python: {wheelhouse: wheels}", "22): error HARN1003: 'python.wheelhouse' names 'wheels', but there is no such folder.", "wheels")]
    [InlineData("workspace: {path: src}", "19): error HARN1003: 'workspace.path' names 'src', but there is no such folder.", "src")]
    public void What_is_not_there_is_named(string line, string message, string missing) =>
        Assert.Equal($"smoke.yml(4,{message}\n  {MissingRemedy(missing)}", Show(line));

    [Theory]
    [InlineData("python: {requirements: [folder]}", "25): error HARN1001: 'python.requirements[0]' must name a file, but 'folder' is a folder.", "Name a file.")]
    [InlineData("python: {wheelhouse: folder/file}", "22): error HARN1001: 'python.wheelhouse' must name a folder, but 'folder/file' is a file.", "Name a folder.")]
    public void What_is_of_the_wrong_kind_is_named(string line, string message, string remedy)
    {
        _folder.Write("folder/file", "");

        Assert.Equal($"smoke.yml(4,{message}\n  {remedy}", Show(line));
    }

    [Theory]
    [InlineData("../x.txt")]
    [InlineData("sub/../../x.txt")]
    public void A_path_that_climbs_out_is_refused(string path)
    {
        var target = Path.Combine(Path.GetDirectoryName(_folder.Path)!, "x.txt");

        Assert.Equal(
            $"smoke.yml(4,25): error HARN1004: 'python.requirements[0]' names '{path}', which leads outside the suite's folder, to '{target}'.\n  {OutsideRemedy}",
            Show($"python: {{requirements: [{path}]}}"));
    }

    [Fact]
    public void A_link_that_leads_out_is_refused()
    {
        var target = _elsewhere.Write("secret.txt", "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "requirements.txt"), target);

        Assert.Equal(
            $"smoke.yml(4,25): error HARN1004: 'python.requirements[0]' names 'requirements.txt', through a link outside the suite's folder, to '{target}'.\n  {OutsideRemedy}",
            Show("python: {requirements: [requirements.txt]}"));
    }

    [Fact]
    public void A_folder_that_is_a_link_does_not_lead_out_unseen()
    {
        _elsewhere.Write("in/x.txt", "");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "linked"), Path.Combine(_elsewhere.Path, "in"));

        Assert.StartsWith("smoke.yml(4,25): error HARN1004: ", Show("python: {requirements: [linked/x.txt]}"), StringComparison.Ordinal);
        Assert.StartsWith("smoke.yml(4,19): error HARN1004: ", Show("workspace: {path: linked/..}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_neighbour_whose_name_begins_alike_is_outside()
    {
        var neighbour = _folder.Path + "-2";

        Assert.StartsWith("smoke.yml(4,19): error HARN1004: ", Show($"workspace: {{path: {neighbour}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_stays_inside_is_followed()
    {
        _folder.Write("shared/base.txt", "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "requirements.txt"), "shared/../shared/base.txt");

        var suite = _folder.ReadGood(SuiteFolder.Good + "python: {requirements: [requirements.txt]}");

        Assert.Equal([Path.Combine(_folder.Path, "requirements.txt")], suite.Python.Requirements);
    }

    [Fact]
    public void Links_in_a_circle_are_named()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b"), "a");

        Assert.Equal(
            "smoke.yml(4,25): error HARN1001: 'python.requirements[0]' names 'a', whose links lead in a circle.\n  Correct the links.",
            Show("python: {requirements: [a]}"));
    }

    [Fact]
    public void A_suite_in_a_folder_that_is_a_link_may_name_its_own_files()
    {
        _elsewhere.Write("real/smoke.yml", SuiteFolder.Good + "python: {requirements: [r.txt]}");
        _elsewhere.Write("real/r.txt", "");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "linked"), Path.Combine(_elsewhere.Path, "real"));

        var result = SuiteReader.Read("linked/smoke.yml", new() { WorkingDirectory = _folder.Path });

        Assert.Empty(result.Diagnostics);
        Assert.Equal([Path.Combine(_folder.Path, "linked", "r.txt")], result.Suite!.Python.Requirements);
    }

    [Fact]
    public void A_path_may_lead_out_when_that_is_allowed()
    {
        var target = _elsewhere.Write("r.txt", "");

        var suite = _folder.ReadGood(SuiteFolder.Good + $"python: {{requirements: [{target}]}}", overrides: new() { AllowOutside = true });

        Assert.Equal([target], suite.Python.Requirements);
    }

    [Fact]
    public void A_path_too_long_for_any_file_is_missing() =>
        Assert.Contains("HARN1003", Show($"python: {{requirements: [{new string('a', 5000)}]}}"), StringComparison.Ordinal);

    private static string MissingRemedy(string path) => $"Create '{path}', or correct the path; paths are relative to the suite file.";

    private string Show(string line)
    {
        var result = _folder.Read(SuiteFolder.Good + line);
        Assert.Null(result.Suite);
        return SuiteFolder.Show(result.Diagnostics);
    }
}
