package labelwright.ui.text;

import java.util.function.Consumer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import labelwright.model.Item;
import labelwright.task.CancelToken;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.PageSheet;
import labelwright.workbench.PageWindow;
import labelwright.workbench.WorkbenchException;

/// The page that the open text was taken from, and pictures of it. What is no longer wanted is cancelled. FX thread only.
final class PageModel {
    private static final Texts TEXTS = Texts.of(PageModel.class);

    private final ProjectContext context;
    private final BooleanProperty wanted;
    private final LatestRead reading;
    private final ReadOnlyObjectWrapper<PageState> state = new ReadOnlyObjectWrapper<>(new PageState.None());
    private final ReadOnlyBooleanWrapper hasPage = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private @Nullable Item item;
    private CancelToken token = new CancelToken();

    /// @param wanted whether pages are shown at all
    PageModel(TextDesk desk, BooleanProperty wanted, ProjectContext context) {
        this.context = context;
        this.wanted = wanted;
        reading = context.app().jobs().latest();
        desk.text().subscribe(this::open);
        wanted.subscribe(_ -> look());
    }

    ReadOnlyObjectProperty<PageState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether the open text was taken from a page.
    ReadOnlyBooleanProperty hasPage() {
        return hasPage.getReadOnlyProperty();
    }

    /// Why the picture of the page is not whole, in a sentence; empty when it is.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    private void open(TextState text) {
        Item next = switch (text) {
            case TextState.None _ -> null;
            case TextState.Loading loading -> loading.item();
            case TextState.Ready ready -> ready.item();
        };
        boolean same = next == null ? item == null : next.equals(item);
        if (!same) {
            item = next;
            hasPage.set(next != null && context.workbench().pages().hasPage(next));
            look();
        }
    }

    /// Reads the file once more.
    void look() {
        token.cancel();
        token = new CancelToken();
        reading.forget();
        fault.set("");
        Item now = item;
        if (now == null || !hasPage.get() || !wanted.get()) {
            if (!(state.get() instanceof PageState.None)) {
                state.set(new PageState.None());
                giveBack();
            }
            return;
        }
        state.set(new PageState.Loading(now));
        CancelToken mine = token;
        reading.read(TEXTS.get("doing.page"), () -> read(now, mine), state::set);
    }

    /// So that the file can be moved and changed by others.
    private void giveBack() {
        context.app().jobs().read(TEXTS.get("doing.page"), () -> {
            context.workbench().pages().release();
            return true;
        }, _ -> {});
    }

    private PageState read(Item now, CancelToken mine) {
        try {
            PageSheet sheet = context.workbench().pages().sheet(now, mine);
            return new PageState.Shown(now, sheet);
        } catch (WorkbenchException e) {
            return new PageState.Absent(now, String.valueOf(e.getMessage()),
                    e.reason() == WorkbenchException.Reason.NOT_FOUND ? PageState.Cause.MISSING : PageState.Cause.UNREADABLE);
        }
    }

    /// A row of pictures of the open page of which only the newest is wanted.
    final class Pictures {
        private final LatestRead drawing = context.app().jobs().latest();
        private CancelToken stop = new CancelToken();

        /// @param done is not called when the page cannot be drawn, or something else is wanted meanwhile
        void draw(PageWindow window, Consumer<PagePicture> done) {
            cancel();
            if (!(state.get() instanceof PageState.Shown shown)) {
                return;
            }
            CancelToken mine = stop;
            drawing.read(TEXTS.get("doing.page"), () -> drawn(shown.item(), window, mine), picture -> {
                fault.set(picture.why());
                if (picture.why().isEmpty()) {
                    done.accept(picture);
                }
            });
        }

        void cancel() {
            stop.cancel();
            stop = new CancelToken();
            drawing.forget();
        }
    }

    Pictures pictures() {
        return new Pictures();
    }

    private PagePicture drawn(Item now, PageWindow window, CancelToken mine) {
        try {
            return PagePicture.of(window, context.workbench().pages().picture(now, window, mine));
        } catch (WorkbenchException e) {
            return PagePicture.failed(window, String.valueOf(e.getMessage()));
        }
    }
}
