using Harness.Build.Engines;

namespace Harness.Build.Testing;

/// <summary>The programs of others that reports are tried with. Where they cannot be installed, the tests that need them say so.</summary>
internal static class TestTools
{
    private static readonly (string Program, string Package)[] Programs =
    [
        ("chromium", "chromium"),
        ("python3", "python3"),
        ("xmllint", "libxml2-utils"),
    ];

    private static readonly (string File, string Package)[] Files =
    [
        ("/usr/lib/python3/dist-packages/junitparser/__init__.py", "python3-junitparser"),
    ];

    public static async Task ProvideAsync()
    {
        if (DebianPackages.CanInstall)
        {
            await DebianPackages.InstallMissingAsync(Programs, Files);
        }
    }
}
