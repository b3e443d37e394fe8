package labelwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.Selection;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.model.Annotation;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.text.CodePoints;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.text.SpanText;
import labelwright.textview.TextSurface;
import labelwright.textview.gesture.Caret;
import labelwright.textview.gesture.TextKey;

/// Opens the text surface alone, with nothing of the rest of the app, and measures it with a megabyte of text and 20,000 spans, nested ones
/// and 500 relations among them: in paragraphs, on one single line, in Chinese, and in Arabic. Opening until the first frame is drawn, keys
/// that move the caret, label, undo and walk through the spans, scrolling, jumping; then a thousand texts after one another and the memory
/// in use. Prints JSON and leaves it in `target/bench/text.json`.
///
/// Run: `mvn -q -Pbench -Dbench=TextSurfaceBench [-Dbench.args="paragraphs line"]`.
public final class TextSurfaceBench {
    private static final int VIEW_WIDTH = 1_400;
    private static final int VIEW_HEIGHT = 900;
    private static final int SIZE = 1_000_000;
    private static final int SPANS = 20_000;
    private static final int RELATIONS = 500;
    private static final int KEYS = 200;
    private static final int SETTLE = 30;
    private static final int DOCUMENTS = 1_000;
    private static final Path RESULT = Path.of("target", "bench", "text.json");

    private final Random random = new Random(17);
    private final List<String> results = new ArrayList<>();
    private final AnnotationIds ids = new AnnotationIds(0);
    private final LabelSchema schema = new LabelSchema(List.of(label(1, "Person"), label(2, "Place"), label(3, "Organisation")))
            .withRelations(
                    List.of(new RelationType(new RelationTypeId(1), "part of", Colour.ofPalette(5), RelationType.Direction.DIRECTED)));
    private final TextSurface surface = new TextSurface(ids::next);
    private final FrameClock clock;
    private EditHistory history = historyOf(AnnotationSet.empty(new ItemId(1), new Author.Annotator("bench")));

    private TextSurfaceBench(CountDownLatch done) {
        clock = new FrameClock(results, () -> {
            print();
            done.countDown();
        });
    }

    /// @param args `paragraphs`, `line`, `chinese`, `arabic` or `memory` for that part alone
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<String> parts = args.length == 0 ? List.of("paragraphs", "line", "chinese", "arabic", "memory") : List.of(args);
        Platform.startup(() -> new TextSurfaceBench(done).start(parts));
        done.await();
        Platform.exit();
    }

    private void start(List<String> parts) {
        Stage stage = new Stage();
        stage.setScene(new Scene(surface, VIEW_WIDTH, VIEW_HEIGHT));
        stage.show();
        surface.requestFocus();
        surface.onEdit(request -> {
            history.perform(request.name(), request.edit());
            surface.showAnnotations(history.set(), schema);
        });
        for (String part : parts) {
            switch (part) {
                case "paragraphs" -> everything(part, latin("\n"));
                case "line" -> everything(part, latin(" "));
                case "chinese" -> everything(part, letters(0x4E00, 2_000, "。", "，"));
                case "arabic" -> everything(part, letters(0x628, 20, ". ", " "));
                case "memory" -> manyTexts();
                default -> throw new IllegalArgumentException("There is no part " + part);
            }
        }
        clock.start();
    }

    private void everything(String kind, String text) {
        AnnotationSet set = labelled(text, SPANS);
        clock.measure("open_" + kind, 1, _ -> {
            surface.showText(Segmentation.of(CodePoints.of(text)));
            history = historyOf(set);
            surface.showAnnotations(set, schema);
        });
        clock.unmeasured(SETTLE, _ -> {});
        toTheMiddle();
        clock.measure("key_right_" + kind, KEYS, _ -> key(KeyCode.RIGHT, false));
        clock.measure("key_word_" + kind, KEYS, _ -> key(KeyCode.RIGHT, true));
        clock.measure("key_down_" + kind, KEYS, _ -> key(KeyCode.DOWN, false));
        clock.measure("key_label_" + kind, KEYS, frame -> {
            TextRange word = surface.text().at(middle() + 40 * frame, Granularity.WORD).orElseThrow();
            surface.mark(word);
            surface.label(new LabelId(1 + frame % 3));
        });
        clock.measure("key_end_" + kind, KEYS, frame -> surface.key(frame % 2 == 0 ? TextKey.END_FORTH : TextKey.END_BACK));
        clock.measure("key_undo_" + kind, KEYS, _ -> {
            history.undo();
            surface.showAnnotations(history.set(), schema);
        });
        toTheMiddle();
        clock.measure("key_next_span_" + kind, KEYS, _ -> surface.key(TextKey.NEXT_SPAN));
        toTheMiddle();
        clock.measure("scroll_" + kind, KEYS, _ -> scroll(-120));
        toTheMiddle();
        clock.measure("page_" + kind, KEYS / 2, _ -> key(KeyCode.PAGE_DOWN, false));
        clock.measure("jump_" + kind, KEYS / 4, _ -> bar().setValue(random.nextDouble() * bar().getMax()));
        clock.unmeasured(SETTLE, _ -> {});
    }

    private int middle() {
        return surface.text().text().length() / 2;
    }

    private void toTheMiddle() {
        clock.once(() -> {
            surface.select(Selection.NONE);
            surface.moveCaret(Caret.at(middle()));
        });
        clock.unmeasured(SETTLE, _ -> {});
    }

    private void manyTexts() {
        List<String> used = new ArrayList<>();
        String all = latin("\n");
        for (int round = 0; round <= 4; round++) {
            int number = round;
            clock.once(() -> {
                System.gc();
                long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                used.add(String.format(Locale.ROOT, "%.1f", bytes / 1e6));
                if (number == 4) {
                    results.add("\"heap_mb_after_0_to_" + DOCUMENTS + "_texts\": [" + String.join(", ", used) + "]");
                }
            });
            if (round < 4) {
                clock.measure("text_of_20_kB_" + round, DOCUMENTS / 4, frame -> {
                    String text = all.substring(3_000 * frame, 3_000 * frame + 20_000);
                    AnnotationSet set = labelled(text, 400);
                    surface.showText(Segmentation.of(CodePoints.of(text)));
                    surface.showAnnotations(set, schema);
                    surface.showSuggestions(set.annotations(), set.relations());
                    surface.showSuggestions(List.of(), List.of());
                    surface.label(new LabelId(1));
                });
            }
        }
    }

    private String latin(String between) {
        StringBuilder made = new StringBuilder();
        while (made.length() < SIZE) {
            for (int i = 2 + random.nextInt(8); i > 0; i--) {
                made.append((char) ('a' + random.nextInt(26)));
            }
            int end = random.nextInt(60);
            made.append(end == 0 ? "." + between : end < 5 ? ". " : " ");
        }
        return made.toString();
    }

    /// Text of a megabyte in UTF-8 without lines.
    private String letters(int first, int kinds, String stop, String space) {
        StringBuilder made = new StringBuilder();
        while (made.length() < SIZE / 3) {
            for (int i = 2 + random.nextInt(8); i > 0; i--) {
                made.appendCodePoint(first + random.nextInt(kinds));
            }
            int end = random.nextInt(60);
            made.append(end == 0 ? stop + "\n" : end < 5 ? stop : space);
        }
        return made.toString();
    }

    private AnnotationSet labelled(String text, int count) {
        CodePoints index = CodePoints.of(text);
        Segmentation cut = Segmentation.of(index);
        List<Annotation> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = (int) ((long) i * (index.length() - 60) / count);
            TextRange range = cut.snap(new TextRange(place, place + (i % 5 == 0 ? 40 : 8)), Granularity.WORD);
            spans.add(new Annotation(ids.next(), new LabelId(1 + i % 3), SpanText.span(index, range), new Origin.Manual()));
        }
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < Math.min(RELATIONS, count / 2); i++) {
            int from = random.nextInt(count - 4);
            relations.add(new Relation(new RelationId(ids.next().value()), new RelationTypeId(1), spans.get(from).id(),
                    spans.get(from + 1 + random.nextInt(3)).id(), new Origin.Manual()));
        }
        AnnotationSet empty = AnnotationSet.empty(new ItemId(1), new Author.Annotator("bench"));
        return Edit.add(empty, spans).apply(empty).set().withRelations(relations);
    }

    private static EditHistory historyOf(AnnotationSet set) {
        return new EditHistory(set, List.of(), List.of(), _ -> {});
    }

    private void key(KeyCode code, boolean control) {
        Event.fireEvent(surface, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private void scroll(double by) {
        Event.fireEvent(surface,
                new ScrollEvent(ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false, true, false, 0, by, 0, by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private ScrollBar bar() {
        return (ScrollBar) surface.lookup(".scroll-bar");
    }

    private void print() {
        StringJoiner all = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
        all.add("\"text\": \"1 MB\", \"spans\": " + SPANS + ", \"view\": \"" + VIEW_WIDTH + "x" + VIEW_HEIGHT + "\", \"processors\": "
                + Runtime.getRuntime().availableProcessors());
        results.forEach(all::add);
        System.out.print(all);
        try {
            Files.createDirectories(RESULT.getParent());
            Files.writeString(RESULT, all.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelClass label(int id, String name) {
        return new LabelClass(new LabelId(id), name, Colour.ofPalette(id), EnumSet.of(ShapeKind.SPAN));
    }
}
