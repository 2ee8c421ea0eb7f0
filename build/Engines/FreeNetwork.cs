using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Harness.Build.Engines;

/// <summary>Picks a private /16 that no interface of this machine is in.</summary>
internal static class FreeNetwork
{
    private const int First = 192;
    private const int Count = 64;

    public static string Choose(int seed) => Choose(seed, Taken(except: ""));

    /// <summary>The first free one of 10.192 to 10.255 from where <paramref name="seed"/> points.</summary>
    public static string Choose(int seed, IReadOnlyCollection<IPNetwork> taken)
    {
        var candidates = Enumerable.Range(0, Count).Select(step => $"10.{First + ((seed + step) % Count)}");

        return candidates.FirstOrDefault(candidate => IsFree(candidate, taken))
            ?? throw new BuildFailedException($"Interfaces of this machine cover all of 10.{First}.0.0 to 10.255.255.255.");
    }

    public static bool IsFree(string network, IReadOnlyCollection<IPNetwork> taken)
    {
        var wanted = IPNetwork.Parse($"{network}.0.0/16");

        return !taken.Any(other => wanted.Contains(other.BaseAddress) || other.Contains(wanted.BaseAddress));
    }

    /// <summary>The networks that this machine's interfaces are in, without those of one interface.</summary>
    public static IReadOnlyCollection<IPNetwork> Taken(string except) =>
    [
        .. from card in NetworkInterface.GetAllNetworkInterfaces()
           where card.Name != except
           from address in card.GetIPProperties().UnicastAddresses
           where address.Address.AddressFamily == AddressFamily.InterNetwork
           select NetworkOf(address.Address, address.PrefixLength),
    ];

    private static IPNetwork NetworkOf(IPAddress address, int prefixLength)
    {
        var bits = BitConverter.ToUInt32([.. address.GetAddressBytes().Reverse()]);
        var mask = prefixLength == 0 ? 0 : uint.MaxValue << (32 - prefixLength);

        return new IPNetwork(new IPAddress([.. BitConverter.GetBytes(bits & mask).Reverse()]), prefixLength);
    }
}
