using Harness.Benchmarks.Groups;

namespace Harness.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Groups">Names of the groups, in the order in which they run.</param>
/// <param name="Quick">Few rounds and little output: whether things work, not how fast.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Groups, bool Quick)
{
    /// <summary>Null for what is not understood.</summary>
    public static BenchOptions? Parse(string[] arguments)
    {
        var named = arguments.Where(argument => argument != "--quick").ToList();
        if (named.Exists(name => !BenchGroups.All.ContainsKey(name)))
            return null;
        return new(named.Count > 0 ? named : [.. BenchGroups.All.Keys], arguments.Contains("--quick"));
    }

    /// <summary>A number of rounds, or the few of a quick look.</summary>
    public int Rounds(int thorough) => Quick ? 2 : thorough;
}
