using Harness.Diagnosis;

namespace Harness.Suites.Reading;

/// <summary>The codes of the input causes, looked up only when something is wrong.</summary>
internal static class SuiteCodes
{
    public static string Invalid => CauseCatalog.Get("suite-invalid").Code;

    public static string Unpinned => CauseCatalog.Get("image-unpinned").Code;

    public static string Missing => CauseCatalog.Get("file-missing").Code;

    public static string Outside => CauseCatalog.Get("path-outside").Code;

    public static string Unset => CauseCatalog.Get("variable-unset").Code;

    public static string NotActedOn => CauseCatalog.Get("not-acted-on").Code;

    public static string NoSuites => CauseCatalog.Get("no-suites").Code;
}
