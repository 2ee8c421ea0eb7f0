using System.Net;
using System.Net.Sockets;
using Harness.Engines.Cli;
using Harness.Engines.Discovery;
using Harness.Engines.Processes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Discovery;

public sealed class EngineConnectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact(Timeout = 30_000)]
    public async Task A_configured_socket_that_does_not_exist_means_not_running()
    {
        var error = await FailAsync("unix://" + _folder["none.sock"]);

        Assert.Equal(EngineFault.EngineNotRunning, error.Fault);
        Assert.Equal(
            $"No engine answers at unix://{_folder["none.sock"]}: there is no such socket. "
            + $"Start the engine (sudo systemctl start docker), or correct DOCKER_HOST (unix://{_folder["none.sock"]}).",
            error.Message);
        Assert.Equal($"DOCKER_HOST=unix://{_folder["none.sock"]}", error.Words);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_socket_that_nothing_listens_on_means_not_running()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["stale.sock"]));

        var error = await FailAsync("unix://" + _folder["stale.sock"]);

        Assert.Equal(EngineFault.EngineNotRunning, error.Fault);
        Assert.Contains("nothing listens there (connection refused)", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Something_that_is_no_engine_is_not_taken_for_one()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAsync(listener);

        var error = await FailAsync($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Equal(EngineFault.EngineNotRunning, error.Fault);
        Assert.Contains("status 404: no engine here", error.Message, StringComparison.Ordinal);
        await answering;
    }

    [Fact(Timeout = 30_000)]
    public async Task A_socket_of_Dockers_that_is_really_Podmans_is_recognised()
    {
        var environment = new Dictionary<string, string> { ["DOCKER_HOST"] = TestEngine.RequireAddress(EngineKind.Podman) };

        var connection = await EngineConnector.ConnectAsync(EngineChoice.Auto, environment, TestContext.Current.CancellationToken);
        await using var engine = connection.Engine;
        var error = await Assert.ThrowsAsync<EngineException>(
            () => EngineConnector.ConnectAsync(EngineChoice.Docker, environment, TestContext.Current.CancellationToken));

        Assert.Equal(("DOCKER_HOST", EngineKind.Podman), (connection.Candidate.Source, engine.Info.Kind));
        Assert.Equal(EngineFault.EngineNotFound, error.Fault);
        Assert.Contains("it is Podman, and 'docker' was asked for; 'podman' and 'auto' take it", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Who_asks_for_Podman_is_not_given_Docker()
    {
        Assert.SkipWhen(File.Exists("/run/podman/podman.sock"), "this machine has a Podman that would be found");
        var environment = new Dictionary<string, string> { ["DOCKER_HOST"] = TestEngine.RequireAddress(EngineKind.Docker) };

        var error = await Assert.ThrowsAsync<EngineException>(
            () => EngineConnector.ConnectAsync(EngineChoice.Podman, environment, TestContext.Current.CancellationToken));

        Assert.Contains("it is Docker, and 'podman' was asked for; 'docker' and 'auto' take it", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Podman's API was not found. Start it (systemctl start podman.socket;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_tells_more_than_a_silence_and_a_silence_more_than_an_absence()
    {
        var candidate = new EngineCandidate("default socket", "unix:///var/run/docker.sock", null, null, false);
        EngineAttempt[] attempts =
        [
            new(candidate, EngineFault.EngineNotFound, "there is no such socket"),
            new(candidate, EngineFault.EnginePermission, "permission denied"),
            new(candidate, EngineFault.EngineNotRunning, "nothing listens there (connection refused)"),
        ];

        Assert.Equal(EngineFault.EnginePermission, EngineRefusal.From(EngineChoice.Auto, attempts).Fault);
        Assert.Equal(EngineFault.EngineNotRunning, EngineRefusal.From(EngineChoice.Auto, [attempts[0], attempts[2]]).Fault);
        Assert.Equal(
            "No container engine was found: there is no such socket. "
            + "Install Docker or Podman, or set DOCKER_HOST to an engine's address, for instance unix:///var/run/docker.sock.",
            EngineRefusal.From(EngineChoice.Auto, [attempts[0]]).Message);
        Assert.EndsWith(
            " Looked at: default socket unix:///var/run/docker.sock: there is no such socket; default socket unix:///var/run/docker.sock: nothing listens there (connection refused).",
            EngineRefusal.From(EngineChoice.Auto, [attempts[0], attempts[2]]).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOCKER_HOST", "unix:///x/docker.sock", "Start the engine (sudo systemctl start docker), or correct DOCKER_HOST (unix:///x/docker.sock).")]
    [InlineData("CONTAINER_HOST", "unix:///x/y.sock", "Start the engine (systemctl start podman.socket; without root, systemctl --user start podman.socket), or correct CONTAINER_HOST (unix:///x/y.sock).")]
    [InlineData("docker context 'far'", "tcp://far:2375", "Start the engine (sudo systemctl start docker), or correct the docker context 'far' (tcp://far:2375).")]
    public void What_leads_nowhere_is_to_be_corrected_by_the_name_it_was_set_by(string source, string address, string remedy)
    {
        var candidate = new EngineCandidate(source, address, new(address), null, IsConfigured: true);

        var error = EngineRefusal.From(EngineChoice.Auto, [new(candidate, EngineFault.EngineNotRunning, "nothing listens there (connection refused)")]);

        Assert.Equal((remedy, $"No engine answers at {address}: nothing listens there (connection refused)."), (error.Remedy, error.Fact));
    }

    [Fact]
    public void An_engine_behind_ssh_that_is_not_reached_is_helped_by_ssh_itself_and_its_words_are_told_once()
    {
        const string words = "error during connect: Get \"http://docker.example.com/v1.50/version\": command [ssh -o ConnectTimeout=30 -T -p 9 -- 127.0.0.1 docker system dial-stdio] "
            + "has exited with exit status 255, make sure the URL is valid, and Docker 18.09 or later is installed on the remote host: stderr=ssh: connect to host 127.0.0.1 port 9: Connection refused";
        var candidates = EngineCandidates.List(EngineChoice.Auto, new Dictionary<string, string> { ["DOCKER_HOST"] = "ssh://127.0.0.1:9" }, _ => null);

        var error = EngineRefusal.From(EngineChoice.Auto,
        [
            new(candidates[0], EngineFault.EngineNotFound, candidates[0].Unusable!),
            new(candidates[1], EngineFault.EngineNotRunning, words),
        ]);

        Assert.Equal("The docker command reaches no engine: ssh: connect to host 127.0.0.1 port 9: Connection refused.", error.Fact);
        Assert.Equal(
            "See that this works and asks nothing: ssh -o ConnectTimeout=30 -T -p 9 -- 127.0.0.1 docker version; or correct DOCKER_HOST (ssh://127.0.0.1:9).", error.Remedy);
        Assert.Equal(
            "DOCKER_HOST=ssh://127.0.0.1:9: left to the docker command, which can go there; "
            + "command docker: ssh -o ConnectTimeout=30 -T -p 9 -- 127.0.0.1 ended with exit status 255", error.Words);
    }

    [Fact]
    public void Where_there_is_no_command_to_leave_ssh_to_two_ways_out_are_named()
    {
        var candidates = EngineCandidates.List(EngineChoice.Auto, new Dictionary<string, string> { ["DOCKER_HOST"] = "ssh://me@host" }, _ => null);

        var error = EngineRefusal.From(EngineChoice.Auto,
        [
            new(candidates[0], EngineFault.EngineNotFound, candidates[0].Unusable!),
            new(candidates[1], EngineFault.EngineNotFound, "there is no program 'docker' on the search path"),
        ]);

        Assert.Equal(
            "Install the docker command, or forward the socket (ssh -NL /tmp/engine.sock:/var/run/docker.sock HOST) and name unix:///tmp/engine.sock in place of ssh://host.", error.Remedy);
    }

    [Fact]
    public void A_question_of_the_commands_ends_as_a_question()
    {
        var candidate = new EngineCandidate("command", "docker", null, null, IsConfigured: false) { Command = "docker" };

        var error = EngineRefusal.From(EngineChoice.DockerCli, [new(candidate, EngineFault.EngineNotRunning, "Cannot connect. Is the docker daemon running?")]);

        Assert.Equal("The docker command reaches no engine: Cannot connect. Is the docker daemon running? Start the engine (sudo systemctl start docker).", error.Message);
    }

    [Fact]
    public void Podman_is_helped_as_Podman()
    {
        var candidate = new EngineCandidate("default socket", "unix:///run/podman/podman.sock", null, null, IsConfigured: false);

        var error = EngineRefusal.From(EngineChoice.Podman, [new(candidate, EngineFault.EngineNotFound, "there is no such socket"), new(candidate, EngineFault.EngineNotFound, "there is no such socket")]);

        Assert.Equal("Podman's API was not found.", error.Fact);
        Assert.Equal("Start it (systemctl start podman.socket; without root, systemctl --user start podman.socket), or set CONTAINER_HOST to where it listens.", error.Remedy);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(EngineChoice.DockerCli, "docker")]
    [InlineData(EngineChoice.PodmanCli, "podman")]
    public async Task A_command_that_is_not_there_is_named(EngineChoice choice, string command)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => ConnectAsync(choice, []));

        Assert.Equal(EngineFault.EngineNotFound, error.Fault);
        Assert.Equal(
            $"The {command} command cannot be used: there is no program '{command}' on the search path. Install it, or ask for another engine.",
            error.Message);
    }

    [Theory(Timeout = 30_000), Engines(Only = [EngineKind.DockerCli, EngineKind.PodmanCli])]
    public async Task A_command_whose_engine_is_not_running_says_so(EngineKind kind)
    {
        TestEngine.RequireAddress(kind);
        var environment = TestEngine.Variables(kind, "unix://" + _folder["none.sock"]);

        var error = await Assert.ThrowsAsync<EngineException>(() => ConnectAsync(Enum.Parse<EngineChoice>(kind.ToString()), environment));

        Assert.Equal(EngineFault.EngineNotRunning, error.Fault);
        Assert.Contains(_folder["none.sock"], error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_docker_command_that_is_really_Podmans_is_recognised()
    {
        var environment = TestEngine.Variables(EngineKind.PodmanCli);
        var podman = SearchPath.Find("podman", environment);
        _folder.WriteScript("docker", $"#!/bin/sh\necho 'Emulate Docker CLI using podman.' >&2\nexec {podman} \"$@\"\n");
        environment["PATH"] = $"{_folder.Path}:{environment["PATH"]}";

        await using var engine = await CliEngine.ConnectAsync("docker", environment, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<EngineException>(() => ConnectAsync(EngineChoice.DockerCli, environment));

        Assert.Equal((EngineKind.PodmanCli, _folder["docker"]), (engine.Info.Kind, engine.Info.Endpoint));
        Assert.Contains("it is Podman, and 'docker-cli' was asked for; 'podman-cli' and 'auto' take it", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<EngineConnection> ConnectAsync(EngineChoice choice, Dictionary<string, string> environment) =>
        EngineConnector.ConnectAsync(choice, environment, TestContext.Current.CancellationToken);

    private static Task<EngineException> FailAsync(string host) => Assert.ThrowsAsync<EngineException>(
        () => EngineConnector.ConnectAsync(
            EngineChoice.Auto, new Dictionary<string, string> { ["DOCKER_HOST"] = host }, TestContext.Current.CancellationToken));

    private static async Task AnswerAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: TestContext.Current.CancellationToken);
        var answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 14\r\nConnection: close\r\n\r\nno engine here"u8.ToArray();
        await stream.WriteAsync(answer, TestContext.Current.CancellationToken);
    }
}
