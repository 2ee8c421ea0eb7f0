namespace Harness.Diagnosis;

/// <summary>Every cause there is: the one place for names, codes and their texts.</summary>
public static partial class CauseCatalog
{
    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<CauseKind> All { get; } =
        [.. Input.Concat(Engine).Concat(Install).Concat(Resources).Concat(Endings).Concat(Tests).Concat(Own).OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    private static readonly Dictionary<string, CauseKind> ByName = All.ToDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, CauseKind> ByCode = All.ToDictionary(kind => kind.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind with this name or code; null when there is none.</summary>
    public static CauseKind? Find(string nameOrCode) => ByName.GetValueOrDefault(nameOrCode) ?? ByCode.GetValueOrDefault(nameOrCode);

    /// <summary>The kind with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a mistake in this program.</exception>
    public static CauseKind Get(string name) => ByName[name];
}
