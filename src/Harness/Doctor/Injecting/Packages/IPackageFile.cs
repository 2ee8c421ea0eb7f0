namespace Harness.Doctor.Injecting.Packages;

/// <summary>A wheel or a source distribution that is made where it is needed.</summary>
public interface IPackageFile
{
    /// <summary>The file's name, which says what it is.</summary>
    string FileName { get; }

    /// <summary>The archive.</summary>
    byte[] Build();
}
