package labelwright.exchange;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.AttributeKind;
import labelwright.model.Choices;

/// Hands each question to the sink before its first answer, and writes the classes of whole texts in the one way that all formats share:
/// the answer to [#LABEL] is the name of the class, or several names as [Choices] writes them.
public final class Questions {
    /// The question whose answers are the classes of texts.
    public static final String LABEL = "label";

    private final RecordSink sink;
    private final Map<String, AttributeKind> said = new HashMap<>();

    public Questions(RecordSink sink) {
        this.sink = sink;
    }

    /// Adds the classes of one text to its answers; empty names and repeats are left out.
    public void classes(Map<String, String> answers, List<String> names) {
        choose(answers, LABEL, AttributeKind.SELECT, names);
    }

    /// Adds what was chosen to the answers of one text; empty names and repeats are left out.
    ///
    /// @param kind SELECT or TAXONOMY, or one of their kinds of several, which they become where several are chosen
    public void choose(Map<String, String> answers, String question, AttributeKind kind, List<String> names) {
        Set<String> distinct = new LinkedHashSet<>(names);
        distinct.removeIf(String::isBlank);
        if (!distinct.isEmpty()) {
            ask(question, distinct.size() > 1 ? several(kind) : kind);
            answers.put(question, distinct.size() > 1 ? Choices.encode(distinct) : distinct.iterator().next());
        }
    }

    private static AttributeKind several(AttributeKind kind) {
        return kind == AttributeKind.TAXONOMY || kind == AttributeKind.MULTI_TAXONOMY
                ? AttributeKind.MULTI_TAXONOMY
                : AttributeKind.MULTI_SELECT;
    }

    /// Adds a decision: yes or no.
    public void decision(Map<String, String> answers, String question, boolean isYes) {
        ask(question, AttributeKind.CHECK);
        answers.put(question, isYes ? "1" : "0");
    }

    private void ask(String question, AttributeKind kind) {
        AttributeKind before = said.get(question);
        boolean isMore = (before == AttributeKind.SELECT && kind == AttributeKind.MULTI_SELECT)
                || (before == AttributeKind.TAXONOMY && kind == AttributeKind.MULTI_TAXONOMY);
        if (before == null || isMore) {
            said.put(question, kind);
            sink.question(question, kind);
        }
    }
}
