namespace Harness.Reproducibility;

/// <summary>Names of Python distributions.</summary>
public static class PackageName
{
    /// <summary>The form in which equal names are equal (PEP 503): lower case, each run of <c>-</c>, <c>_</c> and <c>.</c> one hyphen.</summary>
    public static string Normalize(string name)
    {
        var normal = new System.Text.StringBuilder(name.Length);
        var separator = false;
        foreach (var character in name.AsSpan().Trim())
        {
            if (character is '-' or '_' or '.')
            {
                separator = true;
                continue;
            }

            if (separator)
                normal.Append('-');
            separator = false;
            normal.Append(char.ToLowerInvariant(character));
        }

        return (separator ? normal.Append('-') : normal).ToString();
    }
}
