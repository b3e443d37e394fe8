package labelwright.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.paint.Color;

import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelClass;
import labelwright.text.PageLetters;
import labelwright.textview.gesture.Caret;
import labelwright.ui.control.LabelSwatch;

/// What is marked on the page: where the spans, the suggestions and what is marked in the text stand there.
final class PageMarks {
    /// Paper is white in every theme.
    private static final Color MARKED = Color.web("#0969da");

    private PageMarks() {}

    static List<PageMark> of(TextDesk desk, Caret caret, PageLetters letters) {
        List<PageMark> marks = new ArrayList<>();
        AnnotationSet set = desk.answer().get();
        Selection selected = desk.selection().get();
        if (set != null) {
            for (Annotation span : set.annotations()) {
                if (!desk.regions().hidden().get().contains(span.id())) {
                    marks.add(mark(desk, span, letters,
                            selected.contains(span.id()) ? PageMark.Kind.SELECTED : PageMark.Kind.SPAN));
                }
            }
        }
        desk.suggestions().shown().get().forEach(span -> marks.add(mark(desk, span, letters, PageMark.Kind.SUGGESTION)));
        caret.range().ifPresent(range -> marks.add(new PageMark(letters.areas(range), MARKED, PageMark.Kind.MARKED)));
        marks.removeIf(mark -> mark.areas().isEmpty());
        return marks;
    }

    private static PageMark mark(TextDesk desk, Annotation span, PageLetters letters, PageMark.Kind kind) {
        Color colour = desk.labels().schema().find(span.label()).map(LabelClass::colour).map(LabelSwatch::toPaint).orElse(Color.GRAY);
        List<Bounds> areas = new ArrayList<>();
        if (span.shape() instanceof TextSpan shape) {
            for (TextRange fragment : shape.fragments()) {
                areas.addAll(letters.areas(fragment));
            }
        }
        return new PageMark(areas, colour, kind);
    }

    /// Where the caret stands: before the letter behind it, or behind the last letter before it; a line without width.
    static Optional<Bounds> caret(Caret caret, PageLetters letters) {
        Optional<Bounds> behind = letters.box(caret.at()).map(box -> new Bounds(box.x(), box.y(), 0, box.height()));
        return behind.or(() -> letters.box(caret.at() - 1).map(box -> new Bounds(box.maxX(), box.y(), 0, box.height())));
    }
}
