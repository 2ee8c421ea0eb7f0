namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// The index cannot be reached, or answers with an error of its own, or pip does not trust it. Needs: a failed request for what
/// was then not found, or pip's refusal to ask a host without encryption.
/// </summary>
internal static class IndexUnreachableRule
{
    private const string NotTrusted = "is not a trusted or secure host and is being ignored";

    public static Cause? Explain(Case @case)
    {
        if (IndexFault.Of(@case) is ({ IsDenial: false } failure, var asked))
        {
            return IndexFault.Witness(@case, @case.Create("index-unreachable", Confidence.Stated,
                IsUnknown(failure.Reason)
                    ? $"{@case.Name}: the name of {(failure.IsFatal ? "the host of files" : "the index")}, {failure.Host}, cannot be resolved (asked for {asked})."
                    : $"{@case.Name}: {(failure.IsFatal ? "the host of files" : "the index at")} {failure.Host} {What(failure)} when asked for {asked}.",
                Remedy(failure)), failure, asked);
        }

        if (!@case.Failed() || @case.Pip.Missing.Count == 0 || @case.Pip.Said(NotTrusted) is not { } line)
            return null;
        var host = line.Split("located at ")[^1].Split(' ')[0];
        return (@case.Create("index-unreachable", Confidence.Stated,
            $"{@case.Name}: pip does not ask the index at {host}, because its address is not encrypted.",
            $"Use https for {host}, or allow it with env: {{PIP_TRUSTED_HOST: {host}}}.") with
        { Subject = host })
            .At(@case.Key("python.index-url")).Because("stderr", line);
    }

    private static string What(Pip.FetchFailure failure) => failure switch
    {
        { Status: 429 } => "asked to come back later (429)",
        { Status: { } status } => $"answered {status}",
        { Reason: var reason } when IsProxy(reason) => "could not be reached through the proxy",
        { Reason: var reason } when Says(reason, "CERTIFICATE_VERIFY_FAILED") || Says(reason, "SSLError") => "has a certificate that pip does not trust",
        { Reason: var reason } when Says(reason, "timed out") || Says(reason, "didn't respond within") => "did not answer in time",
        { Reason: var reason } when Says(reason, "Connection refused") => "refused the connection",
        { Reason: var reason } when Says(reason, "Connection reset") || Says(reason, "Connection aborted") || Says(reason, "connection was closed") => "broke the connection",
        _ => "could not be reached",
    };

    private static string Remedy(Pip.FetchFailure failure) => failure switch
    {
        { Status: not null } => $"Look at the status of {failure.Host}; run again later, or name a mirror in python.index-url.",
        { Reason: var reason } when Says(reason, "CERTIFICATE_VERIFY_FAILED") || Says(reason, "SSLError") =>
            $"Give pip the authority that signed the certificate of {failure.Host} (a file in the workspace and env: {{PIP_CERT: /workspace/ca.pem}}), or use an index with a public one.",
        { Reason: var reason } when IsProxy(reason) =>
            $"Check the proxy that containers are given (HTTP_PROXY and HTTPS_PROXY of the suite's env, of the image or of the engine), or name {failure.Host} in NO_PROXY.",
        _ => InstallCase.Unreached(failure.Host),
    };

    private static bool IsUnknown(string reason) => Says(reason, "Name or service not known") || Says(reason, "name resolution") || Says(reason, "Failed to resolve");

    private static bool IsProxy(string reason) => Says(reason, "ProxyError") || reason.StartsWith("proxy ", StringComparison.Ordinal);

    private static bool Says(string reason, string text) => reason.Contains(text, StringComparison.OrdinalIgnoreCase);
}
