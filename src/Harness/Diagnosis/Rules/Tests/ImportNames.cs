namespace Harness.Diagnosis.Rules.Tests;

/// <summary>Modules whose package has another name, as far as people often look for it.</summary>
internal static class ImportNames
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["bs4"] = "beautifulsoup4",
        ["cv2"] = "opencv-python-headless",
        ["dateutil"] = "python-dateutil",
        ["distutils"] = "setuptools",
        ["docx"] = "python-docx",
        ["dotenv"] = "python-dotenv",
        ["fitz"] = "PyMuPDF",
        ["git"] = "GitPython",
        ["jose"] = "python-jose",
        ["jwt"] = "PyJWT",
        ["magic"] = "python-magic",
        ["multipart"] = "python-multipart",
        ["pkg_resources"] = "setuptools (older than 81)",
        ["psycopg2"] = "psycopg2-binary",
        ["serial"] = "pyserial",
        ["skimage"] = "scikit-image",
        ["sklearn"] = "scikit-learn",
        ["slugify"] = "python-slugify",
        ["tzdata"] = "tzdata",
        ["websocket"] = "websocket-client",
        ["yaml"] = "PyYAML",
        ["zmq"] = "pyzmq",
        ["Crypto"] = "pycryptodome",
        ["MySQLdb"] = "mysqlclient",
        ["OpenSSL"] = "pyOpenSSL",
        ["PIL"] = "pillow",
    };

    /// <summary>The package of a module, or of one that is inside it; null when its name is most likely the module's.</summary>
    public static string? Package(string module) => Packages.GetValueOrDefault(module.Split('.')[0]);
}
