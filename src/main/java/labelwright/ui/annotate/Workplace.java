package labelwright.ui.annotate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import labelwright.canvas.tool.Tool;
import labelwright.media.Picture;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.query.ItemRow;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.LabellingDesk;
import labelwright.ui.label.Regions;
import labelwright.workbench.FileState;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Workbench;

/// The open picture with its pixels and the tool in hand. FX thread only.
final class Workplace extends LabellingDesk {
    private static final Texts TEXTS = Texts.of(Workplace.class);
    /// Of the neighbours, the next and the one just left.
    private static final int OPENED_AHEAD = 2;

    private final Workbench workbench;
    private final ProjectContext context;
    private final FxJobs jobs;
    private final ReadOnlyObjectWrapper<PictureState> picture = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private final ObjectProperty<Tool.Kind> tool = new SimpleObjectProperty<>(Tool.Kind.SELECT);

    Workplace(ProjectContext context) {
        super(context, Regions.topmostFirst());
        this.workbench = context.workbench();
        this.context = context;
        this.jobs = context.app().jobs();
    }

    ReadOnlyObjectProperty<PictureState> picture() {
        return picture.getReadOnlyProperty();
    }

    ObjectProperty<Tool.Kind> tool() {
        return tool;
    }

    @Override
    protected void shown(LabellingSession opened) {
        Item item = opened.item();
        Optional<Picture> ready = workbench.pictures().findPicture(item);
        if (ready.isPresent()) {
            picture.set(new PictureState.Ready(item, ready.get()));
            return;
        }
        picture.set(new PictureState.Loading(item));
        jobs.deliver(TEXTS.get("doing.open"), workbench.pictures().picture(item), pixels -> {
            if (isOpen(item)) {
                picture.set(new PictureState.Ready(item, pixels));
            }
        }, fault -> absent(item, fault));
    }

    private void absent(Item item, Throwable fault) {
        String why = Optional.ofNullable(fault.getMessage()).orElse(fault.toString());
        jobs.read(TEXTS.get("doing.open"), () -> workbench.catalogue().fileState(item), state -> {
            if (isOpen(item)) {
                FileState told = state == FileState.PRESENT ? FileState.UNREADABLE : state;
                picture.set(new PictureState.Absent(item, told, workbench.catalogue().file(item), why));
            }
        });
    }

    /// How far to read ahead of a person.
    enum Reach {
        /// One picture: nothing else may compete with the person's next key.
        NEXT,
        /// What a person who looks at a picture for a while may ask for.
        AROUND;

        /// In how many steps the pictures are, the likeliest first.
        private List<Integer> steps() {
            return switch (this) {
                case NEXT -> List.of(1);
                case AROUND -> List.of(1, -1, 2, 3, 4);
            };
        }
    }

    /// Gets what is likely to be asked for next: the next picture in the direction in which the person goes, the one just left, and then those
    /// further on. To be called when the open picture is on the screen.
    ///
    /// @param reach how far
    void readAhead(Reach reach) {
        List<ItemId> near = near(reach.steps());
        Author.Annotator annotator = context.annotator().get();
        jobs.read(TEXTS.get("doing.rows"), () -> {
            workbench.labelling().openAhead(near.subList(0, Math.min(OPENED_AHEAD, near.size())), annotator);
            workbench.pictures().prefetch(workbench.catalogue().rows(near, annotator).stream().map(ItemRow::item).toList());
            return near;
        }, _ -> {});
    }

    /// Says where the missing picture is now.
    ///
    /// @param found gets how many pictures were found with it
    void locate(Item item, Path file, IntConsumer found) {
        jobs.read(TEXTS.get("doing.locate"), () -> workbench.catalogue().locate(item, file), items -> {
            found.accept(items.size());
            reopen();
        });
    }
}
