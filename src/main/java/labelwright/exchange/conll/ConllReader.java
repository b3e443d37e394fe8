package labelwright.exchange.conll;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import labelwright.exchange.ColumnChoice;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordFiles;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Repeats;
import labelwright.exchange.SafeName;
import labelwright.exchange.TextDelivery;
import labelwright.exchange.TextLines;
import labelwright.exchange.TextLines.Line;
import labelwright.model.Problem.Action;

/// Reads one file after the other, sentence by sentence.
final class ConllReader implements DatasetReader {
    static final Set<String> EXTENSIONS = Set.of("conll", "bio", "iob", "iob2", "bioes", "ner", "annotated");
    private static final String DOCUMENT = "-DOCSTART-";
    /// Columns of CoNLL-2006; its sentences may begin with an element that is no token.
    private static final int LEAST_OF_TREES = 8;

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        ColumnChoice choice = ColumnChoice.of(request, Set.of("token", "tag"));
        Reading reading = new Reading(request, sink, column(choice, "token"), column(choice, "tag"));
        RecordFiles.of(request, sink, EXTENSIONS).forEach(reading::file);
    }

    /// Counted from 0; -1 where nothing is said.
    private static int column(ColumnChoice choice, String word) {
        String number = choice.name(word).orElse("");
        if (number.isEmpty()) {
            return -1;
        }
        if (!number.matches("[1-9][0-9]{0,2}")) {
            throw new ExchangeException("Columns of CoNLL files have numbers from 1; %s is none.".formatted(SafeName.shown(number)));
        }
        return Integer.parseInt(number) - 1;
    }

    private static final class Reading {
        private final ReadRequest request;
        private final RecordSink sink;
        private final ReadProblems problems;
        private final Repeats repeats;
        private final TextDelivery delivery;
        private final int token;
        private final int tag;

        Reading(ReadRequest request, RecordSink sink, int token, int tag) {
            this.request = request;
            this.sink = sink;
            this.problems = new ReadProblems(sink);
            this.repeats = new Repeats(sink);
            this.delivery = new TextDelivery(request, sink);
            this.token = token;
            this.tag = tag;
        }

        void file(RecordFiles.Entry entry) {
            try {
                boolean byDocument = byDocument(entry);
                ConllText text = new ConllText(entry.path(), delivery, problems);
                int columns = 0;
                try (TextLines lines = TextLines.open(entry.file(), request, sink)) {
                    for (Line line = lines.next(); line != null; line = lines.next()) {
                        String place = "%s, line %d".formatted(entry.path(), line.number());
                        String content = line.text().stripTrailing();
                        if (!line.isSound()) {
                            problems.refused(place, line.fault());
                        } else if (content.startsWith(DOCUMENT)) {
                            text.endSentence();
                            text.endText();
                        } else if (content.isBlank()) {
                            text.endSentence();
                            if (!byDocument) {
                                text.endText();
                            }
                        } else {
                            columns = token(content, place, columns, text);
                            if (columns < 0) {
                                problems.refused(entry.path(),
                                        "The first column holds numbers: this is a file of trees, which has no spans.");
                                return;
                            }
                        }
                    }
                }
                text.endSentence();
                text.endText();
                repeats.finish(entry.path());
                if (text.count() == 0) {
                    problems.skipped(entry.path(), "The file is empty.");
                }
            } catch (IOException e) {
                problems.unreadable(entry.path(), e);
            }
        }

        /// @param columns how many the line before had; 0 at first
        /// @return how many this line has; -1 for a file of trees
        private int token(String content, String place, int columns, ConllText text) {
            String[] cells = content.split(content.indexOf('\t') >= 0 ? " *\\t\\s*" : "\\s+");
            boolean isTree = (columns == 0 && cells[0].matches("[0-9]+")) || (text.count() == 0 && cells[0].equals("1"));
            if (isTree && token < 0 && cells.length >= LEAST_OF_TREES) {
                return -1;
            }
            int first = Math.max(0, token);
            int last = tag >= 0 ? tag : cells.length - 1;
            if (cells.length <= first || cells[first].isEmpty()) {
                problems.refused(place, "There is no token in column %d.".formatted(first + 1));
                return cells.length;
            }
            boolean isTagged = cells.length > last && last != first;
            if (!isTagged) {
                repeats.report(Action.REPAIRED, () -> place, "The line has no tag; the token was read without one.");
            } else if (columns > 1 && cells.length != columns && tag < 0) {
                problems.repaired(place, "The line has %d columns, the one before has %d; the tag was taken from the last one."
                        .formatted(cells.length, columns));
            }
            text.token(cells[first], isTagged ? cells[last] : "O", place);
            return cells.length;
        }

        private boolean byDocument(RecordFiles.Entry entry) throws IOException {
            String said = request.option(ReadOption.BY).orElse("").strip().toLowerCase(Locale.ROOT);
            return switch (said) {
                case "document" -> true;
                case "sentence" -> false;
                case "" -> {
                    try (TextLines lines = TextLines.open(entry.file(), request, sink)) {
                        Line line = lines.next();
                        while (line != null && line.text().isBlank()) {
                            line = lines.next();
                        }
                        yield line != null && line.text().startsWith(DOCUMENT);
                    }
                }
                default -> throw new ExchangeException("CoNLL files are read by sentence or by document, not by %s."
                        .formatted(SafeName.shown(said)));
            };
        }
    }
}
