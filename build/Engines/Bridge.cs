using System.Globalization;
using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>
/// The default network of the private Docker, made by us rather than by Docker. A second dockerd that manages docker0 or
/// iptables by itself takes both away from the first one; this one manages neither, and so leaves other daemons alone.
/// </summary>
/// <param name="Network">The first two numbers of its addresses.</param>
internal sealed record Bridge(string Network)
{
    /// <summary>At most 15 characters, the kernel's limit.</summary>
    public static string Name { get; } = $"hrn-{Clone.Id}";

    /// <summary>All networks of the private Docker are within.</summary>
    public string Pool => $"{Network}.0.0/16";

    private string Subnet => $"{Network}.0.0/24";

    private string Address => $"{Network}.0.1/24";

    // The kernel would take the lowest one of those plugged in, and another one when that container ends; the containers that
    // know the old one then reach nobody for half a minute.
    private static string HardwareAddress => $"02:42:{string.Join(':', Clone.Id.Chunk(2).Select(digits => new string(digits)))}";

    private static bool Exists => Directory.Exists($"/sys/class/net/{Name}");

    // In this order. Networks that tests add reach themselves but nothing outside, as Docker's internal ones do.
    private (string Table, string Chain, string[] Rule)[] Rules =>
    [
        ("filter", "FORWARD", ["-i", Name, "-j", "ACCEPT"]),
        ("filter", "FORWARD", ["-o", Name, "-m", "conntrack", "--ctstate", "RELATED,ESTABLISHED", "-j", "ACCEPT"]),
        ("filter", "FORWARD", ["-s", Pool, "-d", Pool, "-m", "physdev", "--physdev-is-bridged", "-j", "ACCEPT"]),
        ("filter", "FORWARD", ["-s", Pool, "-j", "DROP"]),
        ("nat", "POSTROUTING", ["-s", Subnet, "!", "-o", Name, "-j", "MASQUERADE"]),
    ];

    public async Task UpAsync()
    {
        await RemoveRulesAsync();

        if (!Exists)
        {
            await RunAsync("ip", ["link", "add", Name, "type", "bridge"], noEcho: true);
        }

        await RunAsync("ip", ["link", "set", Name, "address", HardwareAddress, "up"], noEcho: true);
        await RunAsync("ip", ["address", "replace", Address, "dev", Name], noEcho: true);

        var positions = new Dictionary<string, int>();

        foreach (var (table, chain, rule) in Rules)
        {
            // Before the rules of others: another Docker's policy is to drop what it does not know.
            positions[chain] = positions.GetValueOrDefault(chain) + 1;
            var position = positions[chain].ToString(CultureInfo.InvariantCulture);
            await RunAsync("iptables", ["-w", "-t", table, "-I", chain, position, .. rule], noEcho: true);
        }
    }

    public async Task DownAsync()
    {
        await RemoveRulesAsync();

        if (Exists)
        {
            await RunAsync("ip", ["link", "delete", Name], noEcho: true);
        }
    }

    private async Task RemoveRulesAsync()
    {
        foreach (var (table, chain, rule) in Rules)
        {
            while (await HasRuleAsync(table, chain, rule))
            {
                await RunAsync("iptables", ["-w", "-t", table, "-D", chain, .. rule], noEcho: true);
            }
        }
    }

    private static async Task<bool> HasRuleAsync(string table, string chain, string[] rule)
    {
        var exitCode = 0;
        await ReadAsync(
            "iptables",
            ["-w", "-t", table, "-C", chain, .. rule],
            handleExitCode: code =>
            {
                exitCode = code;
                return true;
            });

        return exitCode == 0;
    }
}
