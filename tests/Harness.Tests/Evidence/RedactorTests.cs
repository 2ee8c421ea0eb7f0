using Harness.Evidence;

namespace Harness.Tests.Evidence;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("nothing here", "nothing here")]
    [InlineData("the hunter2 key", "the *** key")]
    [InlineData("hunter2", "***")]
    [InlineData("hunter2hunter2", "******")]
    [InlineData("Hunter2 hunter", "Hunter2 hunter")]
    [InlineData("hunter22-long", "***")]
    [InlineData("hunter22-lon", "***2-lon")]
    [InlineData("größe: schlüssel!", "größe: ***!")]
    [InlineData("", "")]
    public void Known_secrets_are_replaced_the_longest_first(string text, string redacted) =>
        Assert.Equal(redacted, Redactor.Create(["hunter2", "hunter22-long", "schlüssel", ""]).Redact(text));

    [Theory]
    [InlineData("abcdef", "***")]
    [InlineData("xabcdefx", "x***x")]
    [InlineData("abcdabcdef", "******")]
    [InlineData("cdefabcd", "******")]
    public void Secrets_that_overlap_leave_nothing_behind(string text, string redacted) =>
        Assert.Equal(redacted, Redactor.Create(["abcd", "cdef"]).Redact(text));

    [Fact]
    public void A_secret_that_repeats_itself_is_replaced_once() => Assert.Equal("x***y", Redactor.Create(["aaaa"]).Redact("xaaaaaaaaay"));

    [Theory]
    [InlineData("https://user:pass@host/simple", "https://***@host/simple")]
    [InlineData("see https://token@host, or not", "see https://***@host, or not")]
    [InlineData("HTTP://token@host", "HTTP://***@host")]
    [InlineData("git+https://token@host/x.git", "git+https://***@host/x.git")]
    [InlineData("postgres://app:s3cret@db:5432/x", "postgres://***@db:5432/x")]
    [InlineData("https://user:p@ss@host", "https://***@host")]
    [InlineData("https://:pass@host", "https://***@host")]
    [InlineData("\"https://a:b@c\",\"https://d:e@f\"", "\"https://***@c\",\"https://***@f\"")]
    public void Credentials_of_any_url_are_replaced(string text, string redacted) => Assert.Equal(redacted, Redactor.None.Redact(text));

    [Theory]
    [InlineData("https://host/simple")]
    [InlineData("https://host:8080/a@b")]
    [InlineData("https://host?user=a@b")]
    [InlineData("https://host#a@b")]
    [InlineData("https://host and me@example.org")]
    [InlineData("https://@host")]
    [InlineData("ssh://git@host/x.git")]
    [InlineData("://user:pass@host")]
    [InlineData(" ://user:pass@host")]
    [InlineData("https:/user:pass@host")]
    [InlineData("https://")]
    [InlineData("me@example.org")]
    public void What_is_no_credential_stays(string text) => Assert.Equal(text, Redactor.None.Redact(text));

    [Fact]
    public void A_secret_across_credentials_leaves_nothing_behind()
    {
        Assert.Equal("https://***", Redactor.Create(["pass@host/path"]).Redact("https://user:pass@host/path"));
        Assert.Equal("******@host", Redactor.Create(["https://"]).Redact("https://user:pass@host"));
    }

    [Fact]
    public void Credentials_longer_than_anybody_s_are_not_looked_for()
    {
        var longest = new string('a', UserInfo.MaxLength - 2) + ":b";

        Assert.Equal("https://***@host", Redactor.None.Redact($"https://{longest}@host"));
        Assert.Equal($"https://a{longest}@host", Redactor.None.Redact($"https://a{longest}@host"));
    }

    [Fact]
    public void Text_without_secrets_is_passed_on_as_it_is()
    {
        var text = "plain \ud83d text"; // half a surrogate pair would not survive a round trip through UTF-8

        Assert.Same(text, Redactor.Create(["hunter2"]).Redact(text));
    }

    [Fact]
    public void No_secrets_need_no_redactor_of_their_own() => Assert.Same(Redactor.None, Redactor.Create([""]));
}
