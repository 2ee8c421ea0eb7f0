using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Harness.Faults.Tests.Lab.Index;

/// <summary>A package index on the engine's bridge, which containers reach and nobody else does. It fails in whatever way it is told to.</summary>
public sealed class PackageIndex : IDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource closing = new();
    private readonly X509Certificate2? certificate;
    private readonly Func<string, IndexAnswer> answer;

    private PackageIndex(IPAddress address, Func<string, IndexAnswer> answer, X509Certificate2? certificate)
    {
        this.answer = answer;
        this.certificate = certificate;
        listener = new(address, 0);
        listener.Start();
        Host = listener.LocalEndpoint.ToString()!;
        _ = Task.Run(ServeAsync); // away from the few threads that tests share
    }

    /// <summary>Address and port.</summary>
    public string Host { get; }

    /// <summary>The address for <c>index-url</c>.</summary>
    public string Url => $"{(certificate is null ? "http" : "https")}://{Host}/simple/";

    /// <summary>The suite's <c>python</c> key that installs from it.</summary>
    public string Python => $"{{requirements: [requirements.txt], index-url: \"{Url}\"}}";

    /// <summary>The suite's <c>env</c> key: pip must trust it without encryption, and give up soon.</summary>
    public string Environment => $"env: {{PIP_TRUSTED_HOST: \"{Host}\", PIP_RETRIES: \"1\", PIP_TIMEOUT: \"15\"}}\n";

    /// <summary>Starts one.</summary>
    /// <param name="answer">What to answer to a path.</param>
    /// <param name="certificate">What to say who it is; null: it speaks plainly.</param>
    public static async Task<PackageIndex> StartAsync(Func<string, IndexAnswer> answer, X509Certificate2? certificate = null)
    {
        return new(await GatewayAsync(), answer, certificate);
    }

    /// <summary>The address that containers know this machine by.</summary>
    public static async Task<IPAddress> GatewayAsync() =>
        IPAddress.Parse(await LabEngine.DockerAsync("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}"));

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
        closing.Dispose();
    }

    private async Task ServeAsync()
    {
        var stop = closing.Token;
        try
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(stop), stop);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return; // closed
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client, stop);
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync(stop))?.Split(' ') is [_, var asked, ..] ? asked : "";
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync(stop)))
                {
                }

                await SendAsync(client, stream, answer(path), stop);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                return; // the other side gave up, which is what some faults are about
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client, CancellationToken stop)
    {
        if (certificate is null)
            return client.GetStream();
        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
        return secure;
    }

    private static async Task SendAsync(TcpClient client, Stream stream, IndexAnswer answer, CancellationToken stop)
    {
        if (answer == IndexAnswer.Silence)
            await Task.Delay(Timeout.Infinite, stop);
        if (answer == IndexAnswer.Reset)
        {
            client.LingerState = new(true, 0); // closing then sends a reset instead of an end
            return;
        }

        var head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {answer.Status} {(HttpStatusCode)answer.Status}\r\nContent-Type: {answer.Type}\r\nContent-Length: {answer.ClaimedLength ?? answer.Body.Length}\r\n{answer.Headers}Connection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
        await stream.WriteAsync(answer.Body, stop);
        if (answer.Then is { } then)
            await SendAsync(client, stream, then, stop);
    }
}
