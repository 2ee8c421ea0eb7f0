using Harness.Evidence;

namespace Harness.Diagnosis;

/// <summary>Recognises one cause, or a family that shares its evidence. Pure: the same evidence gives the same answer.</summary>
internal interface ICauseRule
{
    /// <summary>The causes this rule sees in the evidence; none when it does not apply.</summary>
    IEnumerable<Cause> Explain(AttemptEvidence evidence);
}
