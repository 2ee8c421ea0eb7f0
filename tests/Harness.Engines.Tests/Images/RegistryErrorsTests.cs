using Harness.Engines.Images;

namespace Harness.Engines.Tests.Images;

public class RegistryErrorsTests
{
    [Theory]
    [InlineData("manifest for python:9 not found: manifest unknown: manifest unknown", EngineFault.ImageNotFound, false)]
    [InlineData("pull access denied for acme/app, repository does not exist or may require 'docker login'", EngineFault.RegistryDenied, false)]
    [InlineData("unauthorized: authentication required", EngineFault.RegistryDenied, false)]
    [InlineData("toomanyrequests: You have reached your pull rate limit.", EngineFault.RegistryRateLimited, true)]
    [InlineData("received unexpected HTTP status: 429 Too Many Requests", EngineFault.RegistryRateLimited, true)]
    [InlineData("Get \"http://127.0.0.1:1/v2/\": dial tcp 127.0.0.1:1: connect: connection refused", EngineFault.RegistryUnreachable, true)]
    [InlineData("Get \"https://r.example/v2/\": dial tcp: lookup r.example: no such host", EngineFault.RegistryUnreachable, true)]
    [InlineData("Get \"https://r.example/v2/\": net/http: TLS handshake timeout", EngineFault.RegistryUnreachable, true)]
    [InlineData("Get \"https://r.example/v2/\": EOF", EngineFault.RegistryUnreachable, true)]
    [InlineData("received unexpected HTTP status: 503 Service Unavailable", EngineFault.RegistryUnreachable, true)]
    [InlineData("Get \"https://r.example/v2/\": x509: certificate signed by unknown authority", EngineFault.RegistryUnreachable, false)]
    [InlineData("error parsing HTTP 403 response body: invalid character '<' looking for beginning of value", EngineFault.RegistryUnreachable, false)]
    [InlineData("no matching manifest for linux/s390x in the manifest list entries", EngineFault.PlatformMismatch, false)]
    [InlineData("manifest verification failed for digest sha256:abc", EngineFault.ImageDigestMismatch, false)]
    [InlineData("write /var/lib/docker/tmp/x: no space left on device", EngineFault.RequestFailed, false)]
    public void The_engines_words_name_the_fault(string words, EngineFault fault, bool transient)
    {
        var error = RegistryErrors.From("python:9", words, null);

        Assert.Equal(fault, error.Fault);
        Assert.Equal(transient, error.IsTransient);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("python:9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fact_has_the_reason_and_not_what_the_engine_was_about_to_do()
    {
        const string words = "Get \"https://r.example/v2/\": dial tcp: lookup r.example: no such host";

        var error = RegistryErrors.From("r.example/app:1", words, null);

        Assert.Equal(("The registry of r.example/app:1 cannot be used: no such host.", words), (error.Fact, error.Words));
    }
}
