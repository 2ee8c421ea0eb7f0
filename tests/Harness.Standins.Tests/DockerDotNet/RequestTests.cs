using System.Net.Sockets;
using System.Text.Json;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class RequestTests
{
    private const int Limit = 20_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("1.41", "/v1.41/_ping")]
    [InlineData(null, "/_ping")]
    public async Task The_version_stands_before_the_path(string? version, string target)
    {
        var targets = new List<string>();
        await using var engine = FakeEngine.Answering("200 OK", "", request => targets.Add(request.Target));
        using var client = engine.CreateClient(version: version is null ? null : Version.Parse(version));

        await client.System.PingAsync(Cancellation);

        Assert.Equal([target], targets);
    }

    [Fact(Timeout = Limit)]
    public async Task Only_what_was_set_is_sent()
    {
        FakeRequest? seen = null;
        await using var engine = FakeEngine.Answering("201 Created", """{"Id":"abc","Warnings":[]}""", request => seen = request);
        using var client = engine.CreateClient();

        var created = await client.Containers.CreateContainerAsync(
            new CreateContainerParameters
            {
                Name = "a name",
                Platform = "linux/amd64",
                Image = "image",
                StopTimeout = TimeSpan.FromSeconds(3),
                HostConfig = new HostConfig { Init = false, NanoCPUs = 5, DNS = [] },
            },
            Cancellation);

        Assert.Equal("abc", created.ID);
        Assert.Equal(("POST", "/containers/create?name=a%20name&platform=linux%2Famd64"), (seen!.Method, seen.Target));
        Assert.Equal("application/json", seen["Content-Type"].Split(';')[0]);
        using var body = JsonDocument.Parse(seen.Body);
        using var expected = JsonDocument.Parse(
            """{"Image":"image","StopTimeout":3,"HostConfig":{"Dns":[],"NanoCpus":5,"Init":false}}""");
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), seen.Body);
    }

    [Fact(Timeout = Limit)]
    public async Task Headers_of_the_configuration_go_with_every_request()
    {
        FakeRequest? seen = null;
        await using var engine = FakeEngine.Answering("200 OK", "", request => seen = request);
        using var client = engine.CreateClient(headers: new Dictionary<string, string> { ["X-Meta"] = "yes" });

        await client.System.PingAsync(Cancellation);

        Assert.Equal("yes", seen!["X-Meta"]);
    }

    [Fact(Timeout = Limit)]
    public async Task Credentials_for_a_registry_travel_as_base64_for_urls()
    {
        FakeRequest? seen = null;
        await using var engine = FakeEngine.Answering("200 OK", "", request => seen = request);
        using var client = engine.CreateClient();

        await client.Images.CreateImageAsync(
            new ImagesCreateParameters { FromImage = "repo/image", Tag = "sha256:0", Platform = "linux/arm64" },
            new AuthConfig { Username = "someone", Password = "???>>>" },
            new Reports<JSONMessage>(),
            Cancellation);

        var header = seen!["X-Registry-Auth"];
        using var sent = JsonDocument.Parse(Convert.FromBase64String(header.Replace('-', '+').Replace('_', '/')));
        Assert.Equal("someone", sent.RootElement.GetProperty("username").GetString());
        Assert.Equal("???>>>", sent.RootElement.GetProperty("password").GetString());
        Assert.DoesNotContain(header, character => character is '+' or '/');
        Assert.Equal("/images/create?fromImage=repo%2Fimage&tag=sha256%3A0&platform=linux%2Farm64", seen.Target);
    }

    [Theory(Timeout = Limit)]
    [InlineData("404 Not Found", typeof(DockerContainerNotFoundException))]
    [InlineData("409 Conflict", typeof(DockerApiException))]
    [InlineData("500 Internal Server Error", typeof(DockerApiException))]
    public async Task A_failure_carries_the_engines_words(string status, Type exceptionType)
    {
        await using var engine = FakeEngine.Answering(status, """{"message":"why"}""");
        using var client = engine.CreateClient();

        var exception = (DockerApiException)await Assert.ThrowsAsync(
            exceptionType, () => client.Containers.InspectContainerAsync("id", Cancellation));

        Assert.Equal(int.Parse(status[..3], null), (int)exception.StatusCode);
        Assert.Equal("""{"message":"why"}""", exception.ResponseBody);
        Assert.Contains("why", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task An_engine_that_is_not_there_shows_the_error_of_the_socket()
    {
        using var client = new DockerClientConfiguration(new Uri("unix:///no/such/engine.sock")).CreateClient();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync(Cancellation));

        Assert.IsType<SocketException>(exception.InnerException);
    }

    [Fact(Timeout = Limit)]
    public async Task An_exec_on_an_engine_that_is_not_there_shows_the_same()
    {
        using var client = new DockerClientConfiguration(new Uri("tcp://127.0.0.1:1")).CreateClient();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation));

        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
    }

    [Fact(Timeout = Limit)]
    public async Task A_request_past_the_default_timeout_is_cancelled()
    {
        await using var engine = FakeEngine.Silent();
        using var client = engine.CreateClient(timeout: TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.System.PingAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Times_are_read_as_text_and_as_seconds()
    {
        await using var engine = FakeEngine.Answering("200 OK", """[{"Id":"a","Created":1700000000}]""");
        await using var inspected = FakeEngine.Answering("200 OK", """{"Id":"a","Created":"2023-11-14T22:13:20.123456789Z"}""");
        using var lister = engine.CreateClient();
        using var inspector = inspected.CreateClient();

        var listed = await lister.Containers.ListContainersAsync(new ContainersListParameters(), Cancellation);
        var container = await inspector.Containers.InspectContainerAsync("a", Cancellation);

        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), listed[0].Created);
        Assert.Equal(listed[0].Created.AddTicks(1234567), container.Created);
    }

    [Fact(Timeout = Limit)]
    public async Task The_exit_code_is_zero_while_it_is_unknown()
    {
        await using var engine = FakeEngine.Answering("200 OK", """{"ID":"e","Running":true,"ExitCode":null,"Pid":7}""");
        using var client = engine.CreateClient();

        var inspection = await client.Exec.InspectContainerExecAsync("e", Cancellation);

        Assert.Equal((true, 0, 7), (inspection.Running, inspection.ExitCode, inspection.Pid));
    }

    [Fact]
    public async Task What_is_missing_is_refused_at_once()
    {
        using var client = new DockerClientConfiguration(new Uri("unix:///no/such/engine.sock")).CreateClient();

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Containers.InspectContainerAsync("", Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Containers.CreateContainerAsync(null!, Cancellation));
        Assert.Throws<ArgumentNullException>(() => new DockerClientConfiguration(endpoint: null!));
        Assert.Throws<ArgumentException>(() => new DockerClientConfiguration(defaultTimeout: TimeSpan.FromSeconds(-2)));
    }

    [Fact]
    public void The_defaults_are_the_local_engine_and_a_hundred_seconds()
    {
        using var configuration = new DockerClientConfiguration();

        Assert.Equal(TimeSpan.FromSeconds(100), configuration.DefaultTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(100), configuration.NamedPipeConnectTimeout);
        Assert.IsType<AnonymousCredentials>(configuration.Credentials);
        Assert.Equal(OperatingSystem.IsWindows() ? "npipe" : "unix", configuration.EndpointBaseUri.Scheme);
    }
}
