namespace GlobeEcho.Newsroom.Archive;

/// <summary>Keeps a data folder to one writing process; the system lets go of it when the process dies.</summary>
public sealed class ArchiveLock : IDisposable
{
    private readonly FileStream _file;

    private ArchiveLock(FileStream file) => _file = file;

    /// <exception cref="ArchiveException">Another process holds the folder, or it cannot be written.</exception>
    public static ArchiveLock Take(string folder)
    {
        var path = Path.Combine(folder, "globe-echo.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new ArchiveLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ArchiveException($"The data folder {Path.GetFullPath(folder)} cannot be written: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new ArchiveException(
                $"The data folder {Path.GetFullPath(folder)} is in use by another globe-echo. Stop it, or choose another folder with --data.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
