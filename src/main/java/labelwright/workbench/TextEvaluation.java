package labelwright.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import labelwright.engine.text.SpanOf;
import labelwright.learning.ClassificationScore;
import labelwright.learning.SpanScore;
import labelwright.learning.SpanScore.Exact;
import labelwright.model.Project;
import labelwright.model.Split;
import labelwright.workbench.WorkbenchException.Reason;

/// Measures a model of texts on labelled texts: labels of whole texts by accuracy and F1, spans by exact match.
record TextEvaluation(LoadedModel.Shelf shelf, Project project, LoadedText model) {
    private static final int WORST = 50;
    private static final int PORTION = 64;
    private static final String NONE = "none";

    EvaluationReport report(Split split, List<LabelledItem> items, Watch watch) {
        return model.tagger() == null ? labels(split, items, watch) : spans(split, items, watch);
    }

    /// What the model says about each item, several texts side by side: reading one keeps one processor busy.
    private List<LoadedText.Said> read(List<LabelledItem> items, Watch watch) {
        List<LoadedText.Said> said = new ArrayList<>();
        for (int from = 0; from < items.size(); from += PORTION) {
            said.addAll(items.subList(from, Math.min(items.size(), from + PORTION)).parallelStream().map(item -> {
                watch.token().throwIfCancelled();
                return model.read(shelf.store().texts().text(item.item().id()).text());
            }).toList());
            watch.progress().report(said.size(), items.size(), "%,d texts".formatted(said.size()));
        }
        return said;
    }

    /// Items that leave the question open are not counted, as they are not learned from.
    private EvaluationReport labels(Split split, List<LabelledItem> all, Watch watch) {
        TextQuestion question = TextQuestion.of(project.schema());
        List<LabelledItem> items = all.stream().filter(item -> question.read(item.answer().answers()).isPresent()).toList();
        if (items.isEmpty()) {
            throw new WorkbenchException(Reason.INVALID, "No text of the split " + split.key() + " answers \"" + question.name()
                    + "\", so there is nothing to measure the model by.");
        }
        List<LoadedText.Said> readings = read(items, watch);
        List<String> names = new ArrayList<>(model.labels());
        question.labels().stream().filter(label -> !names.contains(label)).forEach(names::add);
        List<Set<Integer>> truth = new ArrayList<>();
        List<Set<Integer>> found = new ArrayList<>();
        List<EvaluationReport.WorstItem> wrong = new ArrayList<>();
        for (LabelledItem item : items) {
            Set<String> answer = question.read(item.answer().answers()).orElse(Set.of());
            Set<String> said = readings.get(truth.size()).labels().keySet();
            truth.add(indices(names, answer));
            found.add(indices(names, said));
            judge(item, answer, said, wrong);
        }
        ClassificationScore score = ClassificationScore.of(truth, found, names.size());
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("accuracy", score.accuracy());
        metrics.put("precision", score.precision());
        metrics.put("recall", score.recall());
        metrics.put("f1", score.f1());
        metrics.put("macroF1", score.macroF1());
        List<EvaluationReport.LabelResult> perLabel = score.labels().stream().map(label -> new EvaluationReport.LabelResult(
                names.get(label.label()), label.texts(), Double.NaN, Double.NaN, label.precision(), label.recall())).toList();
        return report(split, items.size(), metrics, perLabel, names, score.confusion(), wrong);
    }

    private EvaluationReport spans(Split split, List<LabelledItem> items, Watch watch) {
        List<LoadedText.Said> readings = read(items, watch);
        List<Set<Exact>> truth = new ArrayList<>();
        List<Set<Exact>> found = new ArrayList<>();
        List<EvaluationReport.WorstItem> wrong = new ArrayList<>();
        for (LabelledItem item : items) {
            Set<Exact> real = new HashSet<>();
            for (SpanOf span : TextLessons.spans(project.schema(), item.answer().annotations())) {
                real.add(Exact.of(span.label(), span.range().start(), span.range().end()));
            }
            Set<Exact> said = new HashSet<>();
            readings.get(truth.size()).spans()
                    .forEach(span -> said.add(Exact.of(span.label(), span.span().range().start(), span.span().range().end())));
            truth.add(real);
            found.add(said);
            judge(item, real, said, wrong);
        }
        SpanScore score = SpanScore.of(truth, found);
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("precision", score.precision());
        metrics.put("recall", score.recall());
        metrics.put("f1", score.f1());
        metrics.put("macroF1", score.macroF1());
        List<String> names = score.labels().stream().map(SpanScore.LabelSpans::label).toList();
        List<EvaluationReport.LabelResult> perLabel = score.labels().stream().map(label -> new EvaluationReport.LabelResult(label.label(),
                label.there(), Double.NaN, Double.NaN, label.precision(), label.recall())).toList();
        return report(split, items.size(), metrics, perLabel, names, confusion(names, truth, found), wrong);
    }

    /// Rows are the truth, columns what was said, for spans of the same borders; the last row and column are for spans that only one of both has.
    private static List<List<Integer>> confusion(List<String> names, List<Set<Exact>> truth, List<Set<Exact>> found) {
        int none = names.size();
        int[][] counts = new int[none + 1][none + 1];
        for (int i = 0; i < truth.size(); i++) {
            Map<List<Integer>, Exact> open = new HashMap<>();
            Set<Exact> said = new HashSet<>(found.get(i));
            for (Exact real : truth.get(i)) {
                int row = names.indexOf(real.label());
                if (said.remove(real)) {
                    counts[row][row]++;
                } else {
                    open.put(real.fragments(), real);
                }
            }
            for (Exact extra : said) {
                Exact real = open.remove(extra.fragments());
                counts[real == null ? none : names.indexOf(real.label())][names.indexOf(extra.label())]++;
            }
            open.values().forEach(missed -> counts[names.indexOf(missed.label())][none]++);
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }

    private EvaluationReport report(Split split, int items, SortedMap<String, Double> metrics, List<EvaluationReport.LabelResult> perLabel,
            List<String> names, List<List<Integer>> confusion, List<EvaluationReport.WorstItem> wrong) {
        List<String> columns = new ArrayList<>(names);
        columns.add(NONE);
        List<List<Long>> counts = confusion.stream().map(row -> row.stream().map(Integer::longValue).toList()).toList();
        List<EvaluationReport.WorstItem> worst = wrong.stream()
                .sorted(Comparator.comparingInt((EvaluationReport.WorstItem item) -> item.missed() + item.extra()).reversed()).limit(WORST)
                .toList();
        return new EvaluationReport(model.version(), split, items, metrics, perLabel, new EvaluationReport.Confusion(columns, counts),
                worst);
    }

    private static <T> void judge(LabelledItem item, Set<T> truth, Set<T> said, List<EvaluationReport.WorstItem> wrong) {
        int missed = (int) truth.stream().filter(one -> !said.contains(one)).count();
        int extra = (int) said.stream().filter(one -> !truth.contains(one)).count();
        if (missed + extra > 0) {
            wrong.add(new EvaluationReport.WorstItem(item.item().id(), item.item().name(), missed, extra));
        }
    }

    private static Set<Integer> indices(List<String> names, Set<String> labels) {
        Set<Integer> indices = new HashSet<>();
        labels.forEach(label -> indices.add(names.indexOf(label)));
        return indices;
    }
}
