package labelwright.exchange.conll;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.SplitFiles;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.text.CodePoints;

/// Writes `train.conll` and so on: token, tab, BIO tag. Every text is a document.
final class ConllWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new ConllLosses(request.labels()).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new ConllLosses(request.labels()), folder -> new Sentences(folder, request));
    }

    private static final class Sentences implements Export.ItemWriter {
        private final LabelNumbers numbers;
        private final List<String> names;
        private final SplitFiles files;

        Sentences(Path folder, WriteRequest request) {
            this.numbers = new LabelNumbers(request.labels());
            this.names = request.labels().stream().map(ConllLosses::name).toList();
            this.files = new SplitFiles(folder, ".conll", _ -> {});
        }

        @Override
        public void write(SourceItem item) throws IOException {
            CodePoints text = CodePoints.of(item.text().text());
            ConllTokens tokens = new ConllTokens(text, item.annotations().annotations());
            if (tokens.sentences().isEmpty()) {
                return;
            }
            Writer out = files.of(item.item().split());
            out.write("-DOCSTART-\tO\n\n");
            int next = 0;
            int begun = -1;
            for (List<TextRange> sentence : tokens.sentences()) {
                for (TextRange token : sentence) {
                    while (next < tokens.kept().size() && extent(tokens.kept().get(next)).end() <= token.start()) {
                        next++;
                    }
                    out.write(text.text(token));
                    out.write('\t');
                    out.write(next < tokens.kept().size() ? tag(token, tokens.kept().get(next), next != begun) : "O");
                    begun = next < tokens.kept().size() && extent(tokens.kept().get(next)).contains(token) ? next : begun;
                    out.write('\n');
                }
                out.write('\n');
            }
        }

        /// @param isFirst whether no token before was one of the span
        private String tag(TextRange token, Annotation annotation, boolean isFirst) {
            return extent(annotation).contains(token) ? (isFirst ? "B-" : "I-") + names.get(numbers.of(annotation.label())) : "O";
        }

        private static TextRange extent(Annotation annotation) {
            return ((TextSpan) annotation.shape()).extent();
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
