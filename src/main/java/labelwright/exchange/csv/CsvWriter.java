package labelwright.exchange.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.Loss;
import labelwright.exchange.Questions;
import labelwright.exchange.SplitFiles;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.model.AttributeDefinition;

/// Writes `train.csv` and so on: the name of each text, the text, its class, and a column for each other question of the schema.
final class CsvWriter implements DatasetWriter {
    private static final Set<String> OWN = Set.of("name", "text");

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new CsvLosses(questions(request)).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        List<String> questions = questions(request);
        return Export.run(request, source, new CsvLosses(questions), folder -> new Rows(folder, questions));
    }

    /// The class comes first; questions that are called like our own columns have no place.
    private static List<String> questions(WriteRequest request) {
        Set<String> questions = new LinkedHashSet<>(List.of(Questions.LABEL));
        request.schema().picture().definitions().stream().map(AttributeDefinition::name).filter(name -> !OWN.contains(name))
                .forEach(questions::add);
        return List.copyOf(questions);
    }

    private static final class Rows implements Export.ItemWriter {
        private final List<String> questions;
        private final SplitFiles files;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);

        Rows(Path folder, List<String> questions) {
            this.questions = questions;
            List<String> header = new ArrayList<>(List.of("name", "text"));
            header.addAll(questions);
            this.files = new SplitFiles(folder, ".csv", out -> row(out, header));
        }

        @Override
        public void write(SourceItem item) throws IOException {
            List<String> fields = new ArrayList<>();
            fields.add(names.claim(item.item().name()));
            fields.add(item.text().text());
            questions.forEach(question -> fields.add(item.annotations().answers().getOrDefault(question, "")));
            row(files.of(item.item().split()), fields);
        }

        private static void row(Writer out, List<String> fields) throws IOException {
            for (int i = 0; i < fields.size(); i++) {
                out.write(i == 0 ? "" : ",");
                out.write(quoted(fields.get(i)));
            }
            out.write("\n");
        }

        private static String quoted(String field) {
            boolean isPlain = !field.isEmpty() && field.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ')
                    && field.strip().equals(field);
            return isPlain || field.isEmpty() ? field : '"' + field.replace("\"", "\"\"") + '"';
        }

        @Override
        public void finish() throws IOException {
            files.close();
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }
}
