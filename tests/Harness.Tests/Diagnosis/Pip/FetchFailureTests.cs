using Harness.Diagnosis.Pip;

namespace Harness.Tests.Diagnosis.Pip;

/// <summary>
/// The words of pips that the laboratory's image does not have, by their source
/// (https://github.com/pypa/pip/blob/main/src/pip/_internal/exceptions/network.py); those that it has are made to happen there.
/// </summary>
public sealed class FetchFailureTests
{
    private const string File = "https://files.example.org/packages/greeter-1.0-py3-none-any.whl";

    [Theory]
    [InlineData($"× Failed to connect to files.example.org while fetching {File}", "╰─> [Errno 111] Connection refused", "[Errno 111] Connection refused")]
    [InlineData($"× Unable to fetch {File}", "╰─> files.example.org didn't respond within 15 seconds", "files.example.org didn't respond within 15 seconds")]
    [InlineData($"x Unable to fetch {File}", "+-> files.example.org didn't respond within 15 seconds", "files.example.org didn't respond within 15 seconds")]
    [InlineData($"× Failed to establish a secure connection to files.example.org while fetching {File}", "╰─> [SSL: CERTIFICATE_VERIFY_FAILED]", "[SSL: CERTIFICATE_VERIFY_FAILED]")]
    [InlineData($"× Failed to establish a secure connection for {File}", "╰─> The 'ssl' module is unavailable", "The 'ssl' module is unavailable")]
    [InlineData($"× Failed to connect to proxy http://proxy:3128 while fetching {File}", "╰─> Cannot connect", "proxy Cannot connect")]
    public void A_box_of_a_newer_pip_says_what_and_why(string what, string why, string reason)
    {
        var failure = Assert.Single(FetchFailure.Read(["error: a-code", "", what, why, "", "hint: Are you connected to the Internet?"]));

        Assert.Equal(new FetchFailure(File, reason, null, IsFatal: true), failure);
        Assert.Equal("files.example.org", failure.Host);
        Assert.Equal("greeter-1.0-py3-none-any.whl", failure.File);
    }

    [Fact]
    public void A_file_of_PyPI_is_named_without_its_host()
    {
        var failure = Assert.Single(FetchFailure.Read(
        [
            "  Downloading greeter-1.0-py3-none-any.whl (1.2 MB)",
            "pip._vendor.urllib3.exceptions.ProtocolError: (\"Connection broken: ConnectionResetError(104, 'Connection reset by peer')\", ConnectionResetError(104, 'Connection reset by peer'))",
        ]));

        Assert.Equal(("greeter-1.0-py3-none-any.whl", "PyPI"), (failure.Url, failure.Host));
    }

    [Theory]
    [InlineData("urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='example.org', port=443): Max retries exceeded with url: /model.bin (Caused by NewConnectionError('refused'))")]
    [InlineData("  WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ReadTimeoutError(\"HTTPConnectionPool(host='example.org', port=80): Read timed out.\")': /simple/greeter/")]
    public void What_a_build_fetches_and_what_pip_tries_again_are_no_failures(string line) => Assert.Empty(FetchFailure.Read([line]));
}
