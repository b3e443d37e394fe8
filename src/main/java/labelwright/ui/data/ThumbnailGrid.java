package labelwright.ui.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import labelwright.model.ItemId;
import labelwright.model.LabelSchema;
import labelwright.model.ProjectKind;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;

/// The items as cells in rows, texts as rows of their own; only those in sight are read and drawn. Arrows, Home, End and Page move the cursor, Shift extends the
/// selection, Ctrl adds to it. FX thread only.
final class ThumbnailGrid extends Region {
    private static final Texts TEXTS = Texts.of(ThumbnailGrid.class);
    private static final StyleablePropertyFactory<ThumbnailGrid> CSS = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double BAR = 14;
    private static final double WHEEL = 1.6;
    /// Sizes of pictures at which a text would show no line and one more line.
    private static final double NO_LINE = 60;
    private static final double PER_LINE = 44;

    private final StyleableProperty<Paint> ground = CSS.createStyleablePaintProperty(this, "ground", "-lw-cell", grid -> grid.ground);
    private final StyleableProperty<Paint> selected = CSS.createStyleablePaintProperty(this, "selected", "-lw-cell-selected",
            grid -> grid.selected);
    private final StyleableProperty<Paint> accent = CSS.createStyleablePaintProperty(this, "accent", "-lw-cell-accent",
            grid -> grid.accent);
    private final StyleableProperty<Paint> inset = CSS.createStyleablePaintProperty(this, "inset", "-lw-cell-inset", grid -> grid.inset);
    private final StyleableProperty<Paint> text = CSS.createStyleablePaintProperty(this, "text", "-lw-cell-text", grid -> grid.text);
    private final StyleableProperty<Paint> muted = CSS.createStyleablePaintProperty(this, "muted", "-lw-cell-muted", grid -> grid.muted);

    private final ProjectContext context;
    private final RowStore rows;
    private final PictureStore pictures;
    private final CellPainter painter = new CellPainter();
    private final TextRowPainter textPainter = new TextRowPainter();
    private final GridSelection selection = new GridSelection();
    private final ReadOnlyIntegerWrapper selectedCount = new ReadOnlyIntegerWrapper();
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Tooltip tooltip = new Tooltip();
    private List<ItemId> ids = List.of();
    private Map<ItemId, Double> likeness = Map.of();
    private double picture = 148;
    private IntConsumer open = _ -> {};

    ThumbnailGrid(ProjectContext context) {
        this.context = context;
        rows = new RowStore(context, this::requestLayout);
        pictures = new PictureStore(context.workbench().pictures(), context.app().jobs(), this::requestLayout);
        setId("data-grid");
        getStyleClass().add("lw-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setId("data-grid-bar");
        bar.valueProperty().subscribe(_ -> requestLayout());
        getChildren().addAll(canvas, bar);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> showTip(indexAt(event)));
        addEventHandler(ScrollEvent.SCROLL, event -> bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY() * WHEEL, 0, bar.getMax())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
        focusedProperty().subscribe(_ -> requestLayout());
    }

    /// @param action gets the place of the item that was double-clicked, or that Enter was pressed on
    void setOnOpen(IntConsumer action) {
        open = action;
    }

    /// @param menu what can be done with the selection
    void setMenu(ContextMenu menu) {
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    }

    /// Shows these items from the top; nothing is selected.
    ///
    /// @param alike how alike texts are to what was looked for, where this is known
    void setIds(List<ItemId> fresh, Map<ItemId, Double> alike) {
        likeness = alike;
        Set<ItemId> kept = new HashSet<>(selectedIds());
        boolean same = fresh.equals(ids);
        int cursor = selection.cursor();
        ids = fresh;
        rows.setIds(fresh);
        selection.reset(fresh.size());
        if (same) {
            restore(kept, cursor);
        } else {
            bar.setValue(0);
        }
        selectionChanged();
    }

    List<ItemId> ids() {
        return ids;
    }

    /// In the order of the list.
    List<ItemId> selectedIds() {
        return java.util.Arrays.stream(selection.indices()).mapToObj(ids::get).toList();
    }

    ReadOnlyIntegerProperty selectedCount() {
        return selectedCount.getReadOnlyProperty();
    }

    /// The place of the cursor, or -1.
    int cursor() {
        return selection.cursor();
    }

    void selectAll() {
        selection.all();
        selectionChanged();
    }

    void selectNone() {
        selection.none();
        selectionChanged();
    }

    /// @param pixels side of the square that holds the picture
    void setPictureSize(double pixels) {
        int first = cells().firstAt(bar.getValue());
        picture = pixels;
        requestLayout();
        bar.setMax(Math.max(0, cells().height() - getHeight()));
        bar.setValue(Math.max(0, cells().y(first) - GridLayout.MARGIN));
    }

    /// Reads pictures again; some may have been found.
    void forgetPictures() {
        pictures.forget();
        requestLayout();
    }

    /// Where the cell is drawn now, in this node's coordinates.
    Bounds cellBounds(int index) {
        GridLayout layout = cells();
        return new BoundingBox(layout.x(index), layout.y(index) - bar.getValue(), layout.cellWidth(), layout.cellHeight());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth() - BAR));
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        GridLayout layout = cells();
        double hidden = Math.max(0, layout.height() - getHeight());
        bar.setMax(hidden);
        bar.setVisibleAmount(layout.height() <= 0 ? 1 : hidden * getHeight() / layout.height());
        bar.setUnitIncrement(layout.cellHeight() / 2);
        bar.setBlockIncrement(getHeight());
        bar.setVisible(hidden > 0);
        if (bar.getValue() > hidden) {
            bar.setValue(hidden);
        }
        pictures.setSize((int) Math.ceil(layout.picture() * pixelScale()));
        draw(layout);
    }

    private double pixelScale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }

    private void draw(GridLayout layout) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double offset = bar.getValue();
        CellColours colours = new CellColours(paint(ground), paint(selected), paint(accent), paint(inset), paint(text), paint(muted));
        LabelSchema schema = context.project().get().schema();
        Set<ItemId> inSight = new HashSet<>();
        for (int i = layout.firstAt(offset); i < layout.endAt(offset + getHeight()); i++) {
            Optional<RowStore.Row> row = rows.find(i);
            inSight.add(ids.get(i));
            if (showsTexts()) {
                textPainter.paint(g, new TextRowPainter.Row(layout.x(i), layout.y(i) - offset, layout.cellWidth(), excerptLines(),
                        selection.contains(i), isFocused() && i == selection.cursor(), Optional.ofNullable(likeness.get(ids.get(i)))), row,
                        schema, colours);
                continue;
            }
            boolean broken = row.isPresent() && pictures.isBroken(ids.get(i));
            CellPainter.Cell cell = new CellPainter.Cell(layout.x(i), layout.y(i) - offset, layout.picture(), selection.contains(i),
                    isFocused() && i == selection.cursor(), broken, row.flatMap(found -> pictures.find(found.item().item())));
            painter.paint(g, cell, row, schema, colours);
        }
        pictures.keepOnly(inSight);
    }

    private static Paint paint(StyleableProperty<Paint> property) {
        Paint value = property.getValue();
        return value == null ? Color.GRAY : value;
    }

    private GridLayout cells() {
        double width = Math.max(1, getWidth() - BAR);
        return showsTexts()
                ? GridLayout.ofRows(ids.size(), width, TextRowPainter.height(excerptLines()))
                : new GridLayout(ids.size(), width, picture);
    }

    private boolean showsTexts() {
        return context.project().get().kind() == ProjectKind.TEXT;
    }

    /// What makes pictures larger shows more of a text.
    private int excerptLines() {
        return Math.max(1, (int) Math.round((picture - NO_LINE) / PER_LINE));
    }

    private int indexAt(MouseEvent event) {
        return cells().indexAt(event.getX(), event.getY() + bar.getValue());
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int index = indexAt(event);
        boolean menu = event.getButton() == MouseButton.SECONDARY;
        if (index < 0) {
            selection.none();
        } else if (event.isShiftDown()) {
            selection.extendTo(index);
        } else if (event.isShortcutDown()) {
            selection.toggle(index);
        } else if (!menu || !selection.contains(index)) {
            selection.only(index);
        }
        selectionChanged();
    }

    private void clicked(MouseEvent event) {
        int index = indexAt(event);
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && index >= 0) {
            open.accept(index);
        }
    }

    private void steer(KeyEvent event) {
        GridLayout layout = cells();
        int page = Math.max(1, (int) (getHeight() / (layout.cellHeight() + GridLayout.GAP))) * layout.columns();
        int from = Math.max(0, selection.cursor());
        int to = switch (event.getCode()) {
            case LEFT -> from - 1;
            case RIGHT -> selection.cursor() < 0 ? 0 : from + 1;
            case UP -> from - layout.columns();
            case DOWN -> selection.cursor() < 0 ? 0 : from + layout.columns();
            case PAGE_UP -> from - page;
            case PAGE_DOWN -> from + page;
            case HOME -> 0;
            case END -> ids.size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (to == Integer.MIN_VALUE || event.isAltDown() || ids.isEmpty()) {
            return;
        }
        int inside = Math.clamp(to, 0, ids.size() - 1);
        if (event.isShiftDown()) {
            selection.extendTo(inside);
        } else {
            selection.only(inside);
        }
        reveal(inside);
        selectionChanged();
        event.consume();
    }

    private void reveal(int index) {
        GridLayout layout = cells();
        double top = layout.y(index) - GridLayout.MARGIN;
        double bottom = layout.y(index) + layout.cellHeight() + GridLayout.MARGIN;
        bar.setMax(Math.max(0, layout.height() - getHeight()));
        if (top < bar.getValue()) {
            bar.setValue(Math.max(0, top));
        } else if (bottom > bar.getValue() + getHeight()) {
            bar.setValue(Math.min(bar.getMax(), bottom - getHeight()));
        }
    }

    private void restore(Set<ItemId> kept, int cursor) {
        if (cursor >= 0) {
            selection.only(cursor);
            selection.none();
        }
        for (int i = 0; i < ids.size() && !kept.isEmpty(); i++) {
            if (kept.remove(ids.get(i))) {
                selection.add(i);
            }
        }
    }

    private void selectionChanged() {
        selectedCount.set(selection.count());
        requestLayout();
    }

    private void showTip(int index) {
        Optional<RowStore.Row> row = index < 0 ? Optional.empty() : rows.find(index);
        if (row.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
            return;
        }
        var item = row.get().item().item();
        String words = item.name() + "\n" + switch (context.project().get().kind()) {
            case IMAGE -> item.width() + " \u00d7 " + item.height();
            case TEXT -> TEXTS.format("tip.text", item.width(), item.height());
        } + ", " + Words.of(item.split());
        if (!words.equals(tooltip.getText()) || !tooltip.isShowing()) {
            tooltip.hide();
            tooltip.setText(words);
            Tooltip.install(this, tooltip);
        }
    }
}
