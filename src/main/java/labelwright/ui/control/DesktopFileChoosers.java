package labelwright.ui.control;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// The dialogs of the desktop.
public final class DesktopFileChoosers implements FileChoosers {
    private final Supplier<@Nullable Window> owner;

    public DesktopFileChoosers(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(nearestFolder(start));
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFile(String title, Path start, List<String> extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(nearestFolder(start));
        if (!extensions.isEmpty()) {
            List<String> patterns = extensions.stream().map(extension -> "*." + extension).toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(", ", extensions), patterns));
        }
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseNewFile(String title, Path start) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(nearestFolder(start));
        Path name = start.getFileName();
        if (name != null) {
            chooser.setInitialFileName(name.toString());
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    private static @Nullable File nearestFolder(Path start) {
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                return at.toFile();
            }
        }
        return null;
    }
}
