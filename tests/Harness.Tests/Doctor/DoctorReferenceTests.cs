using System.Globalization;
using System.Text;
using Harness.Diagnosis;
using Harness.Doctor;
using Harness.Doctor.Injecting;
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

            `harness doctor` looks at everything that a run stands on: the engine, who may use it and whether it can make containers, ids for
            containers without root, the room where the engine keeps its data, cgroups, memory, clock and the artifacts folder; then at each suite as `harness lint` does, at its
            image (pulled when it is not there, unless `--offline`), at emulation, and at the Python and pip in it. Each finding has a
            code, what was measured, and a remedy; `harness explain CODE` has more. `--json` prints one object: `schema`, `healthy` and `checks`, each
            with `name`, `status` (`passed`, `warning`, `failed` or `skipped`) and `measured`, and where they apply `subject`, `code`, `cause`, `remedy`, `file`,
            `line` and `column`.

            The exit code is 0 when nothing keeps suites from running, 2 when a suite is wrong, and 4 when something around it is.

            Beside the [causes of runs](causes.md) it may find:

            | code | name | what it says | remedy |
            | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var kind in DoctorCatalog.All)
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | `{kind.Name}` | {kind.Meaning} | {kind.Remedy} |\n");
        text.Append(
            """

            ## Faults on purpose

            `--inject FAULT` makes a fault happen, in sandboxes of its own and within their limits, and shows that it is named rightly on this
            machine: first cause, step, subject and a remedy that names the value. `--inject all` makes all of them, which takes a minute or two;
            each is printed as soon as its run has ended, and the artifacts stay, and their place is said, where one was named
            wrongly or was not made. They are made in the image of the first suite that is named or below here, without one in the image that
            `harness init` writes, and with `--image REF` in any other with Python; nothing but the image is fetched from anywhere. The same faults
            are made on each change of Harness itself, along with those that need a server or a daemon of their own ([all of them](causes.md)).

            | fault | what is done |
            | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var fault in Injections.All)
            text.Append(CultureInfo.InvariantCulture, $"| [`{fault.Cause}`](causes.md#{fault.Cause}) | {char.ToUpperInvariant(fault.What[0])}{fault.What[1..]}. |\n");

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
