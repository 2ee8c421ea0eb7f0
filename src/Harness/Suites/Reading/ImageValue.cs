using Harness.Suites.Wording;

namespace Harness.Suites.Reading;

/// <summary>Reads <c>image</c>. Only the digest is looked at here; the engine layer knows the rest of a reference's grammar.</summary>
internal static class ImageValue
{
    /// <summary>How to write it, for messages.</summary>
    public const string Example = "NAME:TAG@sha256:DIGEST, such as python:3.11-slim@sha256:…";

    private const string Algorithm = "sha256:";
    private const int DigestLength = 64;

    /// <summary>The reference; null when there was something to complain about.</summary>
    public static string? Read(Field? field)
    {
        if (field?.Text() is not { } written || field.Expand(written) is not { } image)
            return null;

        field.Context.Secrets.AddCredentials(image);
        var at = image.LastIndexOf('@');
        if (image.Length == 0 || at == 0 || image.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            field.Invalid($"'image' must be an image reference, but is {DisplayText.Quote(image)}.", $"Write {Example}.");
            return null;
        }

        if (at < 0)
            return Unpinned(field, image);
        if (IsDigest(image[(at + 1)..]))
            return image;

        field.Invalid(
            $"'image' ends in {DisplayText.Quote(image[at..])}, which is no digest.",
            $"Write NAME@{Algorithm} and {DigestLength} hexadecimal digits in small letters.");
        return null;
    }

    /// <summary>Whether a text is <c>sha256:</c> and 64 hexadecimal digits in small letters.</summary>
    private static bool IsDigest(string text) =>
        text.Length == Algorithm.Length + DigestLength
        && text.StartsWith(Algorithm, StringComparison.Ordinal)
        && text[Algorithm.Length..].All(char.IsAsciiHexDigitLower);

    private static string Unpinned(Field field, string image)
    {
        var message = $"'image' is {DisplayText.Quote(image)}, which has no digest: the next run may use another image.";
        var remedy = $"Write {DisplayText.Escape(image)}@sha256:DIGEST;";
        if (field.Context.Options.Overrides.AllowUnpinned == true)
        {
            field.Context.Warn(SuiteCodes.Unpinned, field.Position, message, $"{remedy} the run's report names the digest.");
            return image;
        }

        remedy += " 'harness run --allow-unpinned' (or HARNESS_ALLOW_UNPINNED=1) goes on without and names the digest; 'harness pin' then writes it.";
        field.Context.Error(SuiteCodes.Unpinned, field.Position, message, remedy);
        return image;
    }
}
