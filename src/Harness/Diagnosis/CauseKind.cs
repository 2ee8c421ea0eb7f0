namespace Harness.Diagnosis;

/// <summary>A kind of cause: what its name and code stand for.</summary>
/// <param name="Code">Stable code, <c>HARN</c> and four digits.</param>
/// <param name="Name">Stable name.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="Evidence">Which witnesses carry it.</param>
/// <param name="Remedy">What to do in general; a cause of a run names values of that run.</param>
/// <param name="Example">What such a cause says of a run.</param>
/// <param name="Retryable">Whether another attempt may end differently with the same inputs.</param>
public sealed record CauseKind(string Code, string Name, string Meaning, string Evidence, string Remedy, string Example, bool Retryable = false);
