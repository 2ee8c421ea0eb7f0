using Harness.Suites.Linting;

namespace Harness.Tests.Suites.Linting;

public sealed class RequirementFilesTests : IDisposable
{
    private readonly SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("flask", "flask")]
    [InlineData("Flask[async] >=2,<3", "Flask")]
    [InlineData("flask==1.*", "flask")]
    [InlineData("flask~=1.0  # why", "flask")]
    [InlineData("flask==1.0", "flask pinned")]
    [InlineData("flask (==1.0)", "flask pinned")]
    [InlineData("flask === 1.0", "flask pinned")]
    [InlineData("flask; python_version < '3'", "flask conditional")]
    [InlineData("flask==1.0 ; python_version < '3'", "flask pinned conditional")]
    [InlineData("flask @ https://example.org/flask.whl", "flask pinned address")]
    [InlineData("flask==1.0 --hash=sha256:00", "flask pinned hash")]
    [InlineData("flask==1.0 \\\n    --hash=sha256:00 \\\n    --hash=sha256:01", "flask pinned hash")]
    [InlineData("flask --hash=sha256:00", "flask pinned hash")]
    [InlineData("# flask", "")]
    [InlineData("./flask.whl", "")]
    [InlineData("flask-1.0-py3-none-any.whl", "")]
    [InlineData("-e git+https://example.org/flask#egg=flask", "")]
    [InlineData("--require-hashes", "")]
    public void A_line_is_read_as_pip_reads_it(string text, string expected)
    {
        folder.Write("requirements.txt", text + "\n");

        var files = Read("{requirements: [requirements.txt]}");

        Assert.Equal(expected, string.Join('\n', files.Requirements.Select(Words)));
    }

    [Theory]
    [InlineData("greeter===", "there is no version after '==='")]
    [InlineData("greeter ==", "there is no version after '=='")]
    [InlineData("flask >> 3", "'>>' is no comparison")]
    [InlineData("flask=1.0", "'=' is no comparison, '==' is")]
    [InlineData("flask => 1.0 ; python_version > '3'", "'=>' is no comparison")]
    [InlineData("flask>=1.0 <2.0", "its versions are not of the form >=1.0,<2")]
    [InlineData("flask 3", "a name is followed by nothing but versions, such as >=1.0,<2")]
    [InlineData("flask#why", "a name is followed by nothing but versions, such as >=1.0,<2")]
    [InlineData("\"flask\"", "it does not begin with a name")]
    public void A_line_that_no_pip_can_install_is_no_requirement(string text, string reason)
    {
        folder.Write("requirements.txt", $"# what is wrong\n{text}\n");

        var files = Read("{requirements: [requirements.txt]}");

        Assert.Equal(new($"'{text}' cannot be installed: {reason}.", new("requirements.txt", 2, 1)), Assert.Single(files.Unreadable));
        Assert.Empty(files.Requirements);
    }

    [Theory]
    [InlineData("flask>=")]
    [InlineData("flask>>3")]
    [InlineData("flask (>=1.0, <2)")]
    [InlineData("flask( ==1.0 )")]
    [InlineData("flask[]>=1")]
    [InlineData("flask [async, dotenv] >= 3, != 3.1.*, ~= 3.0,")]
    [InlineData("flask===legacy-version")]
    [InlineData("flask!=1.0-anything")]
    [InlineData("flask>=1;python_versoin>'3'")]
    [InlineData("flask ; extra == 'x' # why")]
    [InlineData("flask==1.0 --hash=sha256:00")]
    [InlineData("flask --global-option=\"x\"")]
    [InlineData("flask @ https://example.org/flask.whl ; python_version < '3'")]
    [InlineData("flask@file:///wheels/flask.whl#sha256=00")]
    [InlineData("https://example.org/a b.zip")]
    [InlineData("git+ssh://git@example.org/flask@main#egg=flask")]
    [InlineData("${FLASK}")]
    [InlineData("flask==${VERSION}")]
    [InlineData("flask${REST}")]
    [InlineData("./flask and more")]
    [InlineData("libs/flask")]
    [InlineData("C:\\flask")]
    [InlineData("flask 1.0.tar.gz")]
    [InlineData("flask-1.0-py3-none-any.whl[async]")]
    [InlineData("-e flask >> 3")]
    [InlineData("--whatever = 3")]
    [InlineData("fl\u00e4sk >> 3")]
    public void What_some_pip_may_take_is_left_to_pip(string text)
    {
        folder.Write("requirements.txt", text + "\n");

        Assert.Empty(Read("{requirements: [requirements.txt]}").Unreadable);
    }

    [Fact]
    public void Files_that_include_others_hand_on_what_they_are()
    {
        folder.Write("requirements.txt", "-r more/base.txt\n-c more/held.txt\n  flask\n");
        folder.Write("more/base.txt", "\nidna\n-c held.txt\n-r ../requirements.txt\n");
        folder.Write("more/held.txt", "-r pins.txt\n");
        folder.Write("more/pins.txt", "idna==3.6 \\\n  --hash=sha256:00\nflask==1.0\n");

        var files = Read("{requirements: [requirements.txt]}");

        Assert.Equal(["idna more/base.txt(2,1)", "flask requirements.txt(3,3)"], files.Requirements.Select(line => $"{line.Name} {line.Position}"));
        Assert.Equal(["idna more/pins.txt(1,1)", "flask more/pins.txt(3,1)"], files.Constraints.Select(line => $"{line.Name} {line.Position}"));
        Assert.True(files.IsWhole);
        Assert.False(files.HasSources);
    }

    [Theory]
    [InlineData("-i https://example.org/simple")]
    [InlineData("--index-url=https://example.org/simple")]
    [InlineData("--extra-index-url https://example.org/simple")]
    [InlineData("--find-links wheels")]
    public void A_file_with_sources_of_its_own_is_seen(string line)
    {
        folder.Write("requirements.txt", line);

        Assert.True(Read("{requirements: [requirements.txt]}").HasSources);
    }

    [Fact]
    public void A_file_that_is_elsewhere_is_missed()
    {
        folder.Write("requirements.txt", "-c https://example.org/constraints.txt\n");

        Assert.False(Read("{requirements: [requirements.txt]}").IsWhole);
    }

    private RequirementFiles Read(string python) => RequirementFiles.Read(folder.ReadGood($"{SuiteFolder.Good}python: {python}\n"));

    private static string Words(RequirementLine line) => string.Join(' ', new[]
    {
        line.Name,
        line.IsPinned ? "pinned" : null,
        line.IsConditional ? "conditional" : null,
        line.IsAddress ? "address" : null,
        line.HasHash ? "hash" : null,
    }.OfType<string>());
}
