using System.Globalization;
using Harness.Suites.Yaml;

namespace Harness.Suites.Reading;

/// <summary>Reads <c>schema</c>, <c>platform</c> and <c>user</c>.</summary>
internal static class IdentityValues
{
    /// <summary>The unprivileged user of a suite that names none.</summary>
    public const string DefaultUser = "1000:1000";

    /// <summary>Complains about a schema that this version does not know; none at all means the first.</summary>
    public static void CheckSchema(Field? field)
    {
        if (field is not null and not { Node: YamlScalar { Kind: ScalarKind.Integer, Value: "1" } })
            field.MustBe("1, the only schema this version reads", "Write schema: 1, or use a newer version of Harness.");
    }

    /// <summary><c>os/arch</c> or <c>os/arch/variant</c>; null when there was something to complain about.</summary>
    public static string? Platform(Field? field)
    {
        if (field?.Text() is not { } platform)
            return null;

        var parts = platform.Split('/');
        if (parts.Length is 2 or 3 && parts.All(part => part.Length > 0 && part.All(IsPlatformCharacter)))
            return platform;

        field.MustBe("a platform, os/arch or os/arch/variant", "Write one such as linux/amd64, linux/arm64 or linux/arm/v7.");
        return null;
    }

    /// <summary><c>uid:gid</c> or <c>root</c>; the group of a lone <c>uid</c> has the same number, rather than root's.</summary>
    public static string User(Field? field)
    {
        if (field?.Written() is not { } user)
            return DefaultUser;
        if (user == "root")
            return user;

        var parts = user.Split(':');
        if (parts.Length is 1 or 2 && parts.All(IsId))
            return parts.All(part => part.Trim('0').Length == 0) ? "root" : $"{parts[0]}:{parts[^1]}";

        field.MustBe("uid, uid:gid or root", "Write numbers, such as \"1000:1000\": what a name stands for differs from image to image.");
        return DefaultUser;
    }

    private static bool IsPlatformCharacter(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '_' or '-';

    private static bool IsId(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
