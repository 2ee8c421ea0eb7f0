using Harness.Suites.Reading;

namespace Harness.Tests.Suites;

public sealed class SuiteSecretsTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_credentials_of_an_index_are_secret_however_they_are_written()
    {
        var suite = _folder.ReadGood(
            SuiteFolder.Good + "python: {index-url: '${PIP_INDEX_URL}', extra-index-urls: ['https://other-token@h/simple']}",
            new() { ["PIP_INDEX_URL"] = "https://some%40one:p%40ss%2Fw@pypi.example/simple" });

        Assert.Equal(
            ["other-token", "p%40ss%2Fw", "p@ss/w", "some%40one:p%40ss%2Fw", "some@one:p@ss/w"],
            suite.Secrets);
    }

    [Fact]
    public void A_value_from_a_variable_with_a_telling_name_is_secret_alone()
    {
        var suite = _folder.ReadGood(
            SuiteFolder.Good + "env: {AUTHORIZATION: 'Bearer ${API_TOKEN}', HOST: '${HOST}'}",
            new() { ["API_TOKEN"] = "tok-1234", ["HOST"] = "example.org" });

        Assert.Equal(["tok-1234"], suite.Secrets);
        Assert.Equal("Bearer tok-1234", suite.Environment["AUTHORIZATION"]);
    }

    [Fact]
    public void A_value_under_a_telling_name_is_secret()
    {
        var suite = _folder.ReadGood(SuiteFolder.Good + "env: {DB_PASSWORD: hunter22}");

        Assert.Equal(["hunter22"], suite.Secrets);
    }

    [Fact]
    public void Credentials_in_any_url_of_an_env_value_are_secret()
    {
        var suite = _folder.ReadGood(SuiteFolder.Good + "env: {HOSTS: 'git+ssh://git@h/r postgres://app:s3cret!@db/x'}");

        Assert.Equal(["app:s3cret!", "s3cret!"], suite.Secrets);
    }

    [Fact]
    public void Each_line_of_a_secret_is_secret()
    {
        var suite = _folder.ReadGood(
            SuiteFolder.Good + "env: {K: '${SIGNING_KEY}'}",
            new() { ["SIGNING_KEY"] = "-----BEGIN-----\r\nabcdef\nx\n" });

        Assert.Equal(["-----BEGIN-----", "-----BEGIN-----\r\nabcdef\nx\n", "abcdef"], suite.Secrets);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("abc")]
    [InlineData("true")]
    [InlineData("False")]
    public void What_ordinary_output_is_full_of_is_no_secret(string value) =>
        Assert.Empty(_folder.ReadGood(SuiteFolder.Good + $"env: {{USE_TOKEN: '{value}'}}").Secrets);

    [Theory]
    [InlineData("TOKEN")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("github_token")]
    [InlineData("API_KEY")]
    [InlineData("APIKEY")]
    [InlineData("OPENAI_APIKEY")]
    [InlineData("DB_PASS")]
    [InlineData("MYSQL_ROOT_PASSWORD")]
    [InlineData("SECRET_SANTA")]
    [InlineData("CLIENT_SECRET")]
    [InlineData("GOOGLE_CREDENTIALS")]
    [InlineData("AccessToken")]
    public void A_name_tells(string name) => Assert.True(SecretCollector.IsSecretName(name));

    [Theory]
    [InlineData("TOKENIZERS_PARALLELISM")]
    [InlineData("PYTHON_KEYRING_BACKEND")]
    [InlineData("MONKEY")]
    [InlineData("KEYBOARD")]
    [InlineData("BYPASS")]
    [InlineData("PATH")]
    [InlineData("AUTHOR")]
    [InlineData("")]
    public void A_name_that_only_looks_like_one_does_not(string name) => Assert.False(SecretCollector.IsSecretName(name));
}
