package labelwright.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How well spans are found, by exact match: a found span is right if one of the same label has the same borders. This is the measure of the shared tasks from CoNLL-2000 on.
///
/// @param right spans found as they are
/// @param there spans that are really there
/// @param found spans that the model says
/// @param labels one entry for each label that is there or was found, by name
public record SpanScore(int right, int there, int found, List<LabelSpans> labels) {

    /// A span of some text.
    ///
    /// @param fragments the borders, as start and end in turn
    public record Exact(String label, List<Integer> fragments) {

        public static Exact of(String label, int start, int end) {
            return new Exact(label, List.of(start, end));
        }
    }

    /// One label.
    public record LabelSpans(String label, int right, int there, int found) {

        public double precision() {
            return ClassificationScore.ratio(right, found);
        }

        public double recall() {
            return ClassificationScore.ratio(right, there);
        }

        public double f1() {
            return ClassificationScore.f1(precision(), recall());
        }
    }

    /// @param truth for each text its spans; one that is named twice counts once
    /// @param found the same as the model says
    /// @throws IllegalArgumentException if the lists differ in length
    public static SpanScore of(List<? extends Collection<Exact>> truth, List<? extends Collection<Exact>> found) {
        if (truth.size() != found.size()) {
            throw new IllegalArgumentException(truth.size() + " answers, but " + found.size() + " findings");
        }
        Set<String> names = new TreeSet<>();
        truth.forEach(spans -> spans.forEach(span -> names.add(span.label)));
        found.forEach(spans -> spans.forEach(span -> names.add(span.label)));
        List<LabelSpans> labels = new ArrayList<>();
        for (String name : names) {
            int right = 0;
            int there = 0;
            int said = 0;
            for (int i = 0; i < truth.size(); i++) {
                Set<Exact> real = only(name, truth.get(i));
                Set<Exact> guessed = only(name, found.get(i));
                there += real.size();
                said += guessed.size();
                real.retainAll(guessed);
                right += real.size();
            }
            labels.add(new LabelSpans(name, right, there, said));
        }
        return new SpanScore(labels.stream().mapToInt(LabelSpans::right).sum(), labels.stream().mapToInt(LabelSpans::there).sum(),
                labels.stream().mapToInt(LabelSpans::found).sum(), labels);
    }

    /// The spans that a column of BIO tags means, as `conlleval` reads them: an `I-` that does not go on with the label before it begins a span too.
    ///
    /// @param tags `O`, `B-label`, `I-label`; anything without a hyphen is outside
    /// @return borders in numbers of tags
    public static List<Exact> ofTags(List<String> tags) {
        List<Exact> spans = new ArrayList<>();
        String open = "";
        int start = 0;
        for (int i = 0; i <= tags.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : "O";
            int hyphen = tag.indexOf('-');
            String label = hyphen < 0 ? "" : tag.substring(hyphen + 1);
            boolean goesOn = !label.isEmpty() && tag.startsWith("I") && label.equals(open);
            if (!goesOn) {
                if (!open.isEmpty()) {
                    spans.add(Exact.of(open, start, i));
                }
                open = label;
                start = i;
            }
        }
        return spans;
    }

    public double precision() {
        return ClassificationScore.ratio(right, found);
    }

    public double recall() {
        return ClassificationScore.ratio(right, there);
    }

    public double f1() {
        return ClassificationScore.f1(precision(), recall());
    }

    /// Mean of F1 over the labels.
    public double macroF1() {
        return labels.stream().mapToDouble(LabelSpans::f1).average().orElse(0);
    }

    private static Set<Exact> only(String label, Collection<Exact> spans) {
        Set<Exact> only = new HashSet<>();
        spans.stream().filter(span -> span.label.equals(label)).forEach(only::add);
        return only;
    }
}
