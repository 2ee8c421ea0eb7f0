using System.Text;
using Harness.Reproducibility.Pip;

namespace Harness.Tests.Reproducibility.Pip;

public class PipRecordsTests
{
    [Fact]
    public void The_report_of_an_install_is_read()
    {
        var report = PipReport.Parse(Bytes("""
            {"version": "1", "pip_version": "24.0", "environment": {"python_version": "3.11"}, "install": [
              {"download_info": {"url": "https://files.example/idna-3.6-py3-none-any.whl",
                                 "archive_info": {"hash": "sha256=c05567", "hashes": {"sha256": "c05567"}}},
               "is_direct": false, "is_yanked": false, "requested": true, "metadata": {"metadata_version": "2.1", "name": "idna", "version": "3.6"}},
              {"download_info": {"url": "https://files.example/old-1.0.tar.gz#sha256=aa", "archive_info": {"hash": "sha256=abc123"}},
               "is_yanked": true, "requested": false, "metadata": {"name": "Old", "version": "1.0"}},
              {"download_info": {"url": "https://example.com/r.git", "vcs_info": {"vcs": "git", "commit_id": "f00d"}},
               "is_direct": true, "requested": true, "metadata": {"name": "r", "version": "0.1"}},
              {"download_info": {"url": "file:///workspace", "dir_info": {"editable": true}},
               "is_direct": true, "requested": true, "metadata": {"name": "local", "version": "0.1"}}]}
            """));

        Assert.Equal("24.0", report?.PipVersion);
        Assert.Equal(
            [
                new PipReportItem("idna", "3.6", new PackageOrigin("https://files.example/idna-3.6-py3-none-any.whl", "c05567"), true, false, false),
                new PipReportItem("Old", "1.0", new PackageOrigin("https://files.example/old-1.0.tar.gz#sha256=aa", "abc123"), false, false, true),
                new PipReportItem("r", "0.1", new PackageOrigin("https://example.com/r.git", Commit: "f00d", Vcs: "git"), true, true, false),
                new PipReportItem("local", "0.1", new PackageOrigin("file:///workspace", Editable: true), true, true, false),
            ],
            report!.Items);
        Assert.Equal([true, false, false, false], report.Items.Select(item => item.Origin!.IsWheel));
        Assert.Equal("old-1.0.tar.gz", report.Items[1].Origin!.FileName);
    }

    [Fact]
    public void The_answer_of_pip_inspect_is_read()
    {
        var inspection = PipInspection.Parse(Bytes("""
            {"version": "1", "pip_version": "24.0", "installed": [
              {"metadata": {"name": "idna", "version": "3.6"}, "metadata_location": "/x", "installer": "pip", "requested": false},
              {"metadata": {"name": "r", "version": "0.1"}, "direct_url": {"url": "https://example.com/r.git", "vcs_info": {"commit_id": "f00d"}}}]}
            """));

        Assert.Equal(["idna 3.6", "r 0.1 @ f00d"], inspection!.Packages.Select(package => $"{package.Name} {package.Identity}"));
    }

    [Fact]
    public void Entries_that_are_odd_are_passed_over_and_missing_keys_are_no_fault()
    {
        var report = PipReport.Parse(Bytes("""
            {"version": "2", "install": [null, 1, "x", [], {}, {"metadata": null}, {"metadata": {"name": 5}},
              {"metadata": {"name": "bare"}},
              {"metadata": {"name": "odd", "version": 3}, "download_info": [], "requested": "yes", "is_yanked": 1},
              {"metadata": {"name": "nulls", "version": null}, "download_info": {"url": null, "archive_info": null, "dir_info": 3}}]}
            """));

        Assert.Equal(["bare", "odd", "nulls"], report!.Items.Select(item => item.Name));
        Assert.All(report.Items, item => Assert.False(item.Requested || item.IsYanked || item.Origin is { IsWheel: true }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("{\"install\": {}, \"installed\": 1}")]
    [InlineData("{\"install\": [")]
    public void Anything_else_is_no_record(string json)
    {
        Assert.Null(PipReport.Parse(Bytes(json)));
        Assert.Null(PipInspection.Parse(Bytes(json)));
    }

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
