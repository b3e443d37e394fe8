package labelwright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import labelwright.exchange.TextDecoding.Found;
import labelwright.exchange.TextDecoding.Part;

/// The beginning of a data set of texts as it would be read, for a person to see whether its encoding is right.
///
/// @param file the first one whose encoding has to be named, else the first one
/// @param encoding in which the lines are decoded: the one that is sure, else the named one, else the one that the file looks like; empty for none
/// @param lines a few, those with letters beyond ASCII if there are any
public record TextPreview(String file, State state, String encoding, List<String> lines) {
    private static final Set<String> ENDINGS = Set.of("txt", "text", "md", "markdown", "rst", "log", "csv", "tsv", "tab", "json", "jsonl",
            "ndjson", "conll", "bio", "iob", "iob2", "bioes", "ner", "annotated", "ann");
    private static final int MOST_FILES = 200;
    private static final int MOST_LINES = 3;
    private static final int LONGEST = 160;

    public TextPreview {
        lines = List.copyOf(lines);
    }

    /// How much is known about the encoding.
    public enum State {
        /// it is the one that was named, or leaves no doubt
        SURE,
        /// it only looks like it
        GUESSED,
        /// it was named, and the file is no text in it
        WRONG,
        /// no text in any encoding
        NO_TEXT
    }

    private static final class Head {
        final String file;
        final byte[] bytes;
        final Part part;

        Head(String file, byte[] bytes, Part part) {
            this.file = file;
            this.bytes = bytes;
            this.part = part;
        }

        Found look(Optional<Charset> named) {
            return TextDecoding.look(bytes, part, named);
        }
    }

    /// Reads the beginnings of some files; empty where there are none of texts.
    ///
    /// @throws ExchangeException when there is nothing to look at, or for the name of an encoding that does not exist
    public static Optional<TextPreview> of(ReadRequest request) {
        Optional<Charset> named = TextDecoding.named(request);
        FolderLook look = FolderLook.at(request.root());
        Head shown = null;
        List<String> files = look.files().stream().filter(file -> look.isSingleFile() || ENDINGS.contains(FileNames.extension(file)))
                .sorted(Comparator.comparing(file -> file.endsWith(".ann"))).limit(MOST_FILES).toList();
        for (String file : files) {
            Optional<Head> head = head(look, file);
            boolean isUnsure = head.filter(it -> it.look(Optional.empty()) instanceof Found.Unsure).isPresent();
            if (head.isPresent() && (shown == null || isUnsure)) {
                shown = head.get();
            }
            if (isUnsure) {
                break;
            }
        }
        return Optional.ofNullable(shown).map(head -> of(head, named));
    }

    private static Optional<Head> head(FolderLook look, String file) {
        Path path = look.resolve(file);
        if (Files.isSymbolicLink(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(TextDecoding.HEAD);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(new Head(file, bytes, bytes.length < TextDecoding.HEAD ? Part.WHOLE : Part.HEAD));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static TextPreview of(Head head, Optional<Charset> named) {
        return switch (head.look(named)) {
            case Found.Sure(Charset charset, _, _) -> new TextPreview(head.file, State.SURE, charset.name(), lines(head, charset));
            case Found.Unsure(_, Optional<String> guess) -> named.map(charset -> new TextPreview(head.file, State.WRONG, charset.name(),
                    lines(head, charset)))
                    .or(() -> guess.map(name -> new TextPreview(head.file, State.GUESSED, name, lines(head, Charset.forName(name)))))
                    .orElseGet(() -> new TextPreview(head.file, State.NO_TEXT, "", List.of()));
        };
    }

    private static List<String> lines(Head head, Charset charset) {
        List<String> all = new String(head.bytes, charset).replace("\uFEFF", "").lines().filter(Predicate.not(String::isBlank)).toList();
        List<String> foreign = all.stream().filter(line -> line.chars().anyMatch(unit -> unit > 0x7F)).limit(MOST_LINES).toList();
        return (foreign.isEmpty() ? all.stream().limit(MOST_LINES).toList() : foreign).stream().map(TextPreview::shown).toList();
    }

    private static String shown(String line) {
        String whole = line.strip().replaceAll("\\p{Cc}", " ");
        return whole.codePointCount(0, whole.length()) <= LONGEST ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
