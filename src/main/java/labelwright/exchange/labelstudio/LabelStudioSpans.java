package labelwright.exchange.labelstudio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.Labels;
import labelwright.exchange.OffsetScale;
import labelwright.exchange.OffsetScale.Claim;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.SpanPlacer;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.TextRecord;
import labelwright.geometry.TextSpan;
import labelwright.text.CodePoints;

/// Puts the regions of one annotation where they belong in their text. Offsets are UTF-16 units of the text in a browser, where some
/// versions count CR LF as one.
final class LabelStudioSpans {
    private static final String UNNAMED = "unnamed";

    private final String task;
    private final TextRecord text;
    private final CodePoints points;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Labels labels;

    /// @param task named in problems
    LabelStudioSpans(String task, TextRecord text, RecordSink sink, Labels labels) {
        this.task = task;
        this.text = text;
        this.points = CodePoints.of(text.text());
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.labels = labels;
    }

    /// @return the ids of those that are regions now
    Set<String> read(List<LabelStudioSpan> spans) {
        List<Claim> claims = claims(spans, null);
        OffsetScale scale = OffsetScale.of(points, Unit.UTF16, false, claims);
        int[] breaks = text.text().contains("\r\n") ? breaks() : null;
        boolean isShort = breaks != null && scale.matches(points, claims(spans, breaks)) > scale.matches(points, claims);
        if (isShort) {
            problems.repaired(task, "The offsets count a line break of two characters as one; they were converted.");
        } else if (scale.unit() != Unit.UTF16) {
            problems.repaired(task, scale.sentence(Unit.UTF16));
        }
        SpanPlacer placer = new SpanPlacer(points, scale, sink);
        Set<String> read = new HashSet<>();
        for (LabelStudioSpan span : spans) {
            place(span, placer, isShort ? breaks : null).ifPresent(placed -> {
                read.add(span.id());
                region(span, placed);
            });
        }
        return read;
    }

    private static List<Claim> claims(List<LabelStudioSpan> spans, int @Nullable [] breaks) {
        List<Claim> claims = new ArrayList<>();
        for (LabelStudioSpan span : spans) {
            if (!span.isInMarkup() && span.covered() != null) {
                claims.add(new Claim(List.of(longer(span.extent(), breaks)), Objects.requireNonNull(span.covered())));
            }
        }
        return claims;
    }

    private Optional<TextSpan> place(LabelStudioSpan span, SpanPlacer placer, int @Nullable [] breaks) {
        Supplier<String> where = () -> "%s, result %s".formatted(task, span.id());
        if (span.isInMarkup()) {
            problems.refused(where.get(),
                    "The span lies between elements of HTML or lines of a dialogue, which have no place in a plain text.");
            return Optional.empty();
        }
        String covered = span.covered();
        if (covered != null && covered.contains("\\n") && !text.text().contains("\\n")) {
            covered = covered.replace("\\n", "\n");
        }
        Optional<TextSpan> whole = placer.place(where, List.of(longer(span.extent(), breaks)),
                covered);
        List<Stretch> stretches = span.stretches();
        return stretches.size() < 2 || whole.isEmpty()
                ? whole
                : placer.place(where, stretches.stream().map(stretch -> longer(stretch, breaks)).toList(), null);
    }

    private void region(LabelStudioSpan span, TextSpan placed) {
        List<String> names = span.names();
        if (names.isEmpty()) {
            problems.repaired("%s, result %s".formatted(task, span.id()),
                    "The region has no label; it was called \"%s\".".formatted(UNNAMED));
            names = List.of(UNNAMED);
        }
        for (int i = 0; i < names.size(); i++) {
            labels.declare(names.get(i));
            RegionRecord record = RegionRecord.of(names.get(i), placed, span.attributes());
            sink.annotation(text.key(), i == 0 ? record.withKey(span.id()) : record);
        }
    }

    /// Where each line feed after a carriage return would be if each pair were one.
    private int[] breaks() {
        String all = text.text();
        int[] pairs = IntStream.range(0, all.length() - 1).filter(i -> all.charAt(i) == '\r' && all.charAt(i + 1) == '\n').toArray();
        return IntStream.range(0, pairs.length).map(i -> pairs[i] + 1 - i).toArray();
    }

    private static Stretch longer(Stretch stretch, int @Nullable [] breaks) {
        return breaks == null ? stretch : new Stretch(longer(stretch.start(), breaks), longer(stretch.end(), breaks));
    }

    private static int longer(int offset, int[] breaks) {
        int found = Arrays.binarySearch(breaks, offset);
        return offset + (found >= 0 ? found + 1 : -found - 1);
    }
}
