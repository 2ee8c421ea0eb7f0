namespace Harness.Engines.Sandboxes;

/// <summary>
/// The main process of a sandbox, which only keeps it alive. It runs as another user than the commands: with no capabilities
/// inside, not even root can signal it, so that a command's <c>kill -9 -1</c> reaches the commands alone. The engine's init
/// above it reaps what the commands leave behind.
/// </summary>
internal static class KeepAlive
{
    private const string Nobody = "65534:65534";
    private const string NobodyElse = "65533:65533";

    /// <summary>Sleeps for 68 years; a number, since not every <c>sleep</c> knows <c>infinity</c>.</summary>
    public static IReadOnlyList<string> Command { get; } = ["sleep", "2147483647"];

    /// <summary>A user that is not the commands'.</summary>
    public static string UserBeside(string commandUser) =>
        commandUser.Split(':')[0] is "65534" or "nobody" ? NobodyElse : Nobody;
}
