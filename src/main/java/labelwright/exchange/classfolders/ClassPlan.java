package labelwright.exchange.classfolders;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.TargetNames;
import labelwright.model.AttributeType;

/// Which answer names the folder: `class`, else the question with more than tags for answers that most pictures have, else the first tag.
final class ClassPlan {
    private final Map<String, Long> counts = new TreeMap<>();
    private final Set<String> withWords = new TreeSet<>();
    private final Map<String, String> folders = new LinkedHashMap<>();
    private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);

    /// Walks through the source once.
    ClassPlan(DatasetSource source) {
        source.forEach(item -> item.annotations().answers().forEach((question, answer) -> {
            if (!answer.isBlank()) {
                counts.merge(question, 1L, Long::sum);
                if (!answer.equals(AttributeType.YES) && !answer.equals(AttributeType.NO)) {
                    withWords.add(question);
                }
            }
        }));
    }

    /// The class of a picture.
    Optional<String> of(Map<String, String> answers) {
        Optional<String> question = question();
        if (question.isPresent()) {
            return question.map(answers::get).filter(answer -> !answer.isBlank());
        }
        return new TreeMap<>(answers).entrySet().stream().filter(answer -> answer.getValue().equals(AttributeType.YES))
                .map(Map.Entry::getKey).findFirst();
    }

    private Optional<String> question() {
        if (counts.containsKey(ClassFoldersFormat.QUESTION)) {
            return Optional.of(ClassFoldersFormat.QUESTION);
        }
        return withWords.stream().max((a, b) -> Long.compare(counts.getOrDefault(a, 0L), counts.getOrDefault(b, 0L)));
    }

    /// A name that can be a folder, and that no other class has.
    String folder(String label) {
        return folders.computeIfAbsent(label, name -> names.claim(plain(name)));
    }

    static String plain(String label) {
        String plain = label.strip().replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_");
        return plain.isEmpty() ? "_" : plain;
    }
}
