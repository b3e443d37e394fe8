package labelwright.ui.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for files and folders. The app uses the dialogs of the desktop; tests answer by themselves. FX thread only.
public interface FileChoosers {
    /// @param start where to begin; the nearest folder above it that is there is used
    Optional<Path> chooseFolder(String title, Path start);

    /// @param extensions without dots; empty for all files
    Optional<Path> chooseFile(String title, Path start, List<String> extensions);

    /// Asks where to write; the person has agreed to replace a file that is there.
    ///
    /// @param start the file that is proposed
    Optional<Path> chooseNewFile(String title, Path start);
}
