using Harness.Reproducibility;

namespace Harness.Tests.Reproducibility;

public class PackageNameTests
{
    [Theory]
    [InlineData("friendly-bard", "friendly-bard")]
    [InlineData("Friendly-Bard", "friendly-bard")]
    [InlineData("FRIENDLY.BARD", "friendly-bard")]
    [InlineData("friendly_bard", "friendly-bard")]
    [InlineData("friendly--bard", "friendly-bard")]
    [InlineData("FrIeNdLy-._.-bArD", "friendly-bard")]
    [InlineData(" idna ", "idna")]
    [InlineData("_x_", "-x-")]
    [InlineData("", "")]
    public void Names_are_normalised_as_PEP_503_says(string name, string normal) => Assert.Equal(normal, PackageName.Normalize(name));
}
