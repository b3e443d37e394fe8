package labelwright.ui.text;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import labelwright.text.PageLetters;
import labelwright.textview.TextSurface;
import labelwright.textview.gesture.TextPointer;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;
import labelwright.workbench.PageSheet;

/// The page beside its text: what is marked in one is marked in the other.
final class PagePane extends BorderPane {
    private static final Texts TEXTS = Texts.of(PagePane.class);
    private static final Scope HERE = Scope.of(Place.TEXT);

    private final TextDesk desk;
    private final TextSurface surface;
    private final PageModel model;
    private final PageView page;
    private final StackPane over = new StackPane();
    private final Label where = new Label();
    private final Label zoom = new Label();
    private final Label notice = new Label();
    private final List<Action> actions;
    private PageLetters letters = PageLetters.none(1, 1);
    private boolean isPointing;

    PagePane(TextDesk desk, TextSurface surface, PageModel model, TextOptions options, ProjectContext context) {
        this.desk = desk;
        this.surface = surface;
        this.model = model;
        page = new PageView(model);
        page.setId("text-page-view");
        page.setAccessibleText(TEXTS.get("page.what"));
        setId("text-page-pane");
        getStyleClass().add("text-page-pane");
        setMinWidth(0);
        String group = TEXTS.get("group.page");
        Action larger = Action.of(TEXTS, "text.pageLarger").icon("mdi2m-magnify-plus-outline").scope(HERE).group(group)
                .needs(model.hasPage(), "needs.page").does(() -> page.zoomBy(PageViewport.STEP));
        Action smaller = Action.of(TEXTS, "text.pageSmaller").icon("mdi2m-magnify-minus-outline").scope(HERE).group(group)
                .needs(model.hasPage(), "needs.page").does(() -> page.zoomBy(1 / PageViewport.STEP));
        Action fit = Action.of(TEXTS, "text.pageFit").icon("mdi2a-arrow-expand-horizontal").scope(HERE).group(group)
                .needs(model.hasPage(), "needs.page").does(page::fit);
        Action show = Action.of(TEXTS, "text.page").icon("mdi2b-book-open-page-variant-outline").shortcut("Shift+P").scope(HERE)
                .group(group).needs(model.hasPage(), "needs.page").selected(options.pageShown())
                .does(() -> options.pageShown().set(!options.pageShown().get()));
        actions = List.of(show, larger, smaller, fit);
        setTop(bar(smaller, larger, fit));
        over.setPickOnBounds(false);
        setCenter(new StackPane(page, over));
        notice.setId("text-page-notice");
        notice.getStyleClass().addAll("text-page-notice", Styles.SMALL);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.managedProperty().bind(notice.visibleProperty());
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        Wrapping.of(notice);
        setBottom(notice);
        page.onPointing(this::pointed);
        page.onZoom(() -> zoom.setText(Words.percent(page.zoom())));
        model.state().subscribe(this::show);
        model.fault().subscribe(_ -> showNotice());
        desk.answer().subscribe(_ -> mark());
        desk.selection().subscribe(_ -> mark());
        context.project().subscribe(_ -> mark());
        desk.suggestions().shown().subscribe(_ -> mark());
        desk.regions().hidden().subscribe(_ -> mark());
        surface.caretProperty().subscribe(_ -> caretMoved());
    }

    /// Everything that can be done with the page; the first shows and hides it.
    List<Action> actions() {
        return actions;
    }

    PageView page() {
        return page;
    }

    private Node bar(Action smaller, Action larger, Action fit) {
        where.setId("text-page-where");
        where.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        where.setMinWidth(0);
        zoom.setId("text-page-zoom");
        zoom.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        zoom.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(where, gap, zoom, icon(smaller), icon(larger), icon(fit));
        bar.getStyleClass().addAll("text-bar", "text-page-bar");
        return bar;
    }

    private static Node icon(Action action) {
        Button button = ActionControls.iconButton(action);
        button.setFocusTraversable(false);
        return button;
    }

    private void show(PageState state) {
        over.getChildren().clear();
        letters = PageLetters.none(1, 1);
        switch (state) {
            case PageState.None _ -> page.clear();
            case PageState.Loading _ -> page.clear();
            case PageState.Shown shown -> {
                PageSheet sheet = shown.sheet();
                letters = sheet.letters();
                where.setText(TEXTS.format("page.where", sheet.number(), sheet.pages()));
                page.show(letters);
                mark();
                revealCaret();
            }
            case PageState.Absent absent -> {
                page.clear();
                where.setText("");
                over.getChildren().setAll(absent(absent));
            }
        }
        showNotice();
    }

    private Node absent(PageState.Absent absent) {
        boolean gone = absent.cause() == PageState.Cause.MISSING;
        Path file = desk.pageFile(absent.item());
        return new EmptyState("text-page-absent", gone ? "mdi2f-file-hidden" : "mdi2f-file-alert-outline",
                TEXTS.get(gone ? "page.missing.title" : "page.unreadable.title"),
                TEXTS.format(gone ? "page.missing.text" : "page.unreadable.text", Words.path(file), absent.why()),
                List.of(Action.of(TEXTS, "text.pageAgain").icon("mdi2r-refresh").does(model::look)));
    }

    private void showNotice() {
        boolean changed = model.state().get() instanceof PageState.Shown shown && shown.sheet().words() == PageSheet.Words.CHANGED;
        notice.setText(changed ? TEXTS.get("page.changed") : model.fault().get());
    }

    private void mark() {
        if (letters.length() > 0) {
            page.mark(PageMarks.of(desk, surface.caretProperty().get(), letters),
                    PageMarks.caret(surface.caretProperty().get(), letters));
        }
    }

    private void caretMoved() {
        mark();
        if (!isPointing) {
            revealCaret();
        }
    }

    private void revealCaret() {
        PageMarks.caret(surface.caretProperty().get(), letters).ifPresent(page::reveal);
    }

    /// The pointer does on the page what it does in the text.
    private void pointed(PageView.Press press, int caret, int letter, MouseEvent event) {
        Set<TextPointer.Modifier> held = EnumSet.noneOf(TextPointer.Modifier.class);
        if (event.isShiftDown()) {
            held.add(TextPointer.Modifier.EXTEND);
        }
        if (event.isShortcutDown()) {
            held.add(TextPointer.Modifier.ADD);
        }
        TextPointer pointer = new TextPointer(caret, letter, TextPointer.Under.NOTHING, held, event.getClickCount());
        isPointing = true;
        switch (press) {
            case DOWN -> {
                surface.requestFocus();
                surface.press(pointer);
            }
            case MOVED -> surface.drag(pointer);
            case UP -> surface.release(pointer);
        }
        isPointing = false;
    }
}
