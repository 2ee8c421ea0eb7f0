using Harness.Suites.Linting;

namespace Harness.Tests.Suites.Linting;

public sealed class WheelTargetTests : IDisposable
{
    private const string Debian = "image: python:3.11.9-slim-bookworm@" + SuiteFolder.Digest + "\n";
    private readonly SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("py3-none-any")]
    [InlineData("py2.py3-none-any")]
    [InlineData("py310-none-any")]
    [InlineData("cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64")]
    [InlineData("cp311-cp311-linux_x86_64")]
    [InlineData("cp37-abi3-manylinux1_x86_64")]
    [InlineData("cp311-none-any")]
    public void A_wheel_that_fits_is_taken(string tags) => Assert.True(Target(Debian + "platform: linux/amd64\n").Takes(Tags(tags)));

    [Theory]
    [InlineData("py2-none-any")]
    [InlineData("py312-none-any")]
    [InlineData("cp310-none-any")]
    [InlineData("cp312-cp312-manylinux_2_17_x86_64")]
    [InlineData("cp313-abi3-manylinux_2_17_x86_64")]
    [InlineData("cp311-cp311t-manylinux_2_17_x86_64")]
    [InlineData("pp310-pypy310_pp73-manylinux_2_17_x86_64")]
    [InlineData("cp311-cp311-manylinux_2_17_aarch64")]
    [InlineData("cp311-cp311-musllinux_1_1_x86_64")]
    [InlineData("cp311-cp311-macosx_11_0_x86_64")]
    [InlineData("cp311-cp311-win_amd64")]
    public void A_wheel_for_something_else_is_not(string tags) => Assert.False(Target(Debian + "platform: linux/amd64\n").Takes(Tags(tags)));

    [Theory]
    [InlineData("cp399-cp399-manylinux_2_17_s390x")]
    [InlineData("cp37-cp37m-musllinux_1_1_aarch64")]
    [InlineData("py2-none-any")]
    public void What_the_suite_leaves_open_rules_nothing_out(string tags) => Assert.True(Target("image: registry.example/python:3.11@" + SuiteFolder.Digest + "\n").Takes(Tags(tags)));

    [Fact]
    public void A_wheel_for_no_Linux_is_never_taken() => Assert.False(Target("image: api@" + SuiteFolder.Digest + "\n").Takes(Tags("cp311-cp311-win_amd64")));

    [Theory]
    [InlineData(Debian, "CPython 3.11 on Linux (glibc)")]
    [InlineData("image: python:3.13-alpine@" + SuiteFolder.Digest + "\nplatform: linux/arm64\n", "CPython 3.13 on Linux aarch64 (musl)")]
    [InlineData(Debian + "python: {executable: /opt/python}\n", "Linux")]
    public void A_target_has_words(string keys, string words) => Assert.Equal(words, Target(keys).ToString());

    [Theory]
    [InlineData("lxml-5.2.1.tar.gz", "lxml", true)]
    [InlineData("lxml_html_clean-0.1.tar.gz", "lxml", false)]
    [InlineData("lxml-html-clean-0.1.zip", "lxml-html-clean", true)]
    [InlineData("Lxml-5.2.1-py3-none-any.whl", "lxml", true)]
    [InlineData("lxml_html-5.2.1-1-py3-none-any.whl", "lxml-html", true)]
    public void An_archive_says_whose_it_is(string file, string key, bool its) => Assert.Equal(its, ArchiveName.Parse(file)!.IsOf(key));

    [Theory]
    [InlineData("README.md")]
    [InlineData("lxml.whl")]
    public void What_is_no_archive_is_passed_over(string file) => Assert.Null(ArchiveName.Parse(file));

    private static WheelTags Tags(string tags) => WheelTags.Parse("name-1.0-" + tags)!;

    private WheelTarget Target(string keys) => WheelTarget.Of(folder.ReadGood("name: api\ntests: [{name: imports, run: python -V}]\n" + keys));
}
