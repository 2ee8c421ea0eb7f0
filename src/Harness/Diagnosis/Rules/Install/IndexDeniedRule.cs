namespace Harness.Diagnosis.Rules.Install;

/// <summary>The index refuses these credentials. Needs: 401, 403 or 407 for what was then not found.</summary>
internal static class IndexDeniedRule
{
    public static Cause? Explain(Case @case)
    {
        if (IndexFault.Of(@case) is not ({ IsDenial: true } failure, var asked))
            return null;
        return IndexFault.Witness(@case, @case.Create("index-denied", Confidence.Stated,
            $"{@case.Name}: the index at {failure.Host} answered {failure.Status} when asked for {asked}.",
            $"Check the credentials for {failure.Host} in python.index-url (https://USER:TOKEN@{failure.Host}/…, best as ${{PIP_INDEX_URL}}), and that they may read {asked}."),
            failure, asked);
    }
}
