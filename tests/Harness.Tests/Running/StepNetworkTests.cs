using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Harness.Running;
using Harness.Tests.Support;

namespace Harness.Tests.Running;

/// <summary>The install and the tests each try to reach a listener of ours on the bridge of the engine.</summary>
[Collection("engine")] // containers are counted by the suite's name
public sealed class StepNetworkTests : IDisposable
{
    private readonly SuiteBed bed = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bed.Dispose();

    [Theory(Timeout = 180_000)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Each_step_has_the_network_that_the_suite_gives_it_and_no_other(bool install, bool test)
    {
        using var listener = new TcpListener(await BridgeAsync(), 0);
        listener.Start();
        var endpoint = (IPEndPoint)listener.LocalEndpoint;
        var visits = new List<string>();
        var visiting = VisitsAsync(listener, visits);
        bed.Write(
            $"  - {{name: probe, run: [python, -c, \"{Probe(endpoint, "test").Replace("\n", "\\n", StringComparison.Ordinal)}\"]}}\n",
            keys: $"runs: 1\nnetwork: {{install: {Word(install)}, test: {Word(test)}}}\n",
            requirements: "probe==1.0\n");
        Pack(Path.Combine(bed.Path, "wheels", "probe-1.0.tar.gz"), Probe(endpoint, "install"));

        var report = await bed.RunAsync(cancellationToken: Cancellation);

        Assert.Equal(ExitCodes.Passed, report.ExitCode);
        listener.Stop();
        await visiting;
        string[] wanted = [.. install ? ["install"] : Array.Empty<string>(), .. test ? ["test"] : Array.Empty<string>()];
        Assert.Equal(wanted, visits.Distinct().Order());
    }

    // Says who it is, or goes on without: whether it got through is for the listener to tell.
    private static string Probe(IPEndPoint endpoint, string who) =>
        $"import socket\ntry:\n  s = socket.create_connection(('{endpoint.Address}', {endpoint.Port}), 2); s.sendall(b'{who}'); s.close()\nexcept OSError: pass\n";

    private static async Task VisitsAsync(TcpListener listener, List<string> visits)
    {
        try
        {
            while (true)
            {
                using var visitor = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(visitor.GetStream());
                visits.Add(await reader.ReadToEndAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return; // Stopped.
        }
    }

    // A source distribution, because building one runs its own code during the install.
    private static void Pack(string path, string probe)
    {
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        using var tar = new TarWriter(gzip);
        Add("PKG-INFO", "Metadata-Version: 1.0\nName: probe\nVersion: 1.0\n");
        Add("setup.py", probe + "from setuptools import setup\nsetup(name='probe', version='1.0')\n");

        void Add(string name, string text) => tar.WriteEntry(
            new PaxTarEntry(TarEntryType.RegularFile, $"probe-1.0/{name}") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
    }

    private static async Task<IPAddress> BridgeAsync()
    {
        var output = new StringBuilder();
        await (CliWrap.Cli.Wrap("docker").WithArguments(["network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}"]) | output)
            .ExecuteAsync(Cancellation);
        return IPAddress.Parse(output.ToString().Trim());
    }

    private static string Word(bool flag) => flag ? "true" : "false";
}
