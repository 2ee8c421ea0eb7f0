using System.Globalization;
using System.Text;
using Harness.Diagnosis;
using Harness.Doctor;
using Harness.Tests.Support;

namespace Harness.Tests.Doctor;

public sealed class DoctorReferenceTests
{
    [Fact]
    public void The_page_about_the_doctor_has_all_its_findings()
    {
        var text = new StringBuilder(
            """
            <!-- Made from the doctor's catalogue: HARNESS_UPDATE_SNAPSHOTS=1 dotnet test tests/Harness.Tests -->

            # harness doctor

            ```
            harness doctor
            harness doctor services/api/smoke.yml --engine podman
            harness doctor --json
            harness doctor --inject memory-limit
            ```

            `harness doctor` looks at everything that a run stands on: the engine and who may use it, ids for containers without root, the
            room where the engine keeps its data, cgroups, memory, clock and the artifacts folder; then at each suite as `harness lint` does, at its
            image (pulled when it is not there, unless `--offline`), at emulation, and at the Python and pip in it. Each finding has a
            code, what was measured, and a remedy; `harness explain CODE` tells more. `--json` prints one object: `schema`, `healthy` and `checks`, each
            with `name`, `status` (`passed`, `warning`, `failed` or `skipped`) and `measured`, and where they apply `subject`, `code`, `cause`, `remedy`, `file`,
            `line` and `column`.

            The exit code is 0 when nothing keeps suites from running, 2 when a suite is wrong, and 4 when something around it is.

            `--inject FAULT` makes one fault happen in a sandbox of its own (

            """.ReplaceLineEndings("\n").TrimEnd('\n'));
        text.Append(string.Join(", ", FaultInjection.All.Select(fault => $"`{fault.Cause}`")));
        text.Append(
            """
            ), and shows that it is named rightly on this machine; `--image REF` runs it in another image with Python.

            Beside the [causes of runs](causes.md) it may find:

            | code | name | what it says | remedy |
            | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var kind in DoctorCatalog.All)
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | `{kind.Name}` | {kind.Meaning} | {kind.Remedy} |\n");

        Snapshot.Match("../../docs/doctor.md", text.ToString());
    }

    [Fact]
    public void Codes_and_names_are_the_doctors_own()
    {
        Assert.All(DoctorCatalog.All, kind =>
        {
            Assert.Matches("^HARN28[0-9]{2}$", kind.Code);
            Assert.Null(CauseCatalog.Find(kind.Code));
            Assert.Null(CauseCatalog.Find(kind.Name));
        });
        Assert.Equal(DoctorCatalog.All.Count, DoctorCatalog.All.Select(kind => kind.Code).Distinct().Count());
    }
}
