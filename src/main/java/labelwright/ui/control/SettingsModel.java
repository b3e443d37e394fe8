package labelwright.ui.control;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import labelwright.model.Author;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;

/// The settings as the screens see them: observable, and written to the file in the background after each change. FX thread only.
public final class SettingsModel {
    private final SettingsFile file;
    private final Executor background;
    private final Faults faults;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Author.Annotator> annotator;

    /// @param background runs one task at a time, in order
    /// @param start what was read from the file
    public SettingsModel(SettingsFile file, Settings start, Executor background, Faults faults) {
        this.file = file;
        this.background = background;
        this.faults = faults;
        settings = new ReadOnlyObjectWrapper<>(start);
        annotator = new ReadOnlyObjectWrapper<>(new Author.Annotator(start.annotator()));
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Who is at work on this machine.
    public ReadOnlyObjectProperty<Author.Annotator> annotator() {
        return annotator.getReadOnlyProperty();
    }

    /// @param doing for the message when the file cannot be written
    public void change(String doing, UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (changed.equals(settings.get())) {
            return;
        }
        settings.set(changed);
        if (!changed.annotator().equals(annotator.get().name())) {
            annotator.set(new Author.Annotator(changed.annotator()));
        }
        background.execute(() -> write(doing, changed));
    }

    private void write(String doing, Settings changed) {
        try {
            file.write(changed);
        } catch (IOException e) {
            faults.report(doing, e);
        }
    }
}
