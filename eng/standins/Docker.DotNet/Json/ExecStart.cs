namespace Docker.DotNet.Json;

/// <summary>The body of an exec start; everything else was settled when the exec was created.</summary>
internal sealed record ExecStart(bool Detach, bool Tty);
