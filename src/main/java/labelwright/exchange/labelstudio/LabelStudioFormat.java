package labelwright.exchange.labelstudio;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;

/// Label Studio's projects of pictures.
public final class LabelStudioFormat implements DatasetFormat {
    private static final int CERTAIN = 97;
    private static final int MOST_TRIED = 20;
    private static final Pattern START = Pattern.compile("^\\uFEFF?\\s*[\\[{]");
    private static final Pattern RESULT = Pattern.compile("\"result\"\\s*:\\s*\\[");
    private static final Pattern TASK = Pattern.compile("\"(annotations|predictions|completions)\"\\s*:\\s*\\[");

    private static final Pattern PICTURE = Pattern
            .compile("\"(original_width|image|img|ocr|picture|photo)\"\\s*:|\\.(jpe?g|png|gif|bmp|tiff?|webp)[\"?]",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN = Pattern.compile("\"start\"\\s*:");
    private static final Pattern WORDS = Pattern.compile("\"(%s)\"\\s*:\\s*\"".formatted(String.join("|", LabelStudioTextReader.FIELDS)));

    @Override
    public String id() {
        return "label-studio";
    }

    @Override
    public String displayName() {
        return "Label Studio";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return EnumSet.allOf(ShapeKind.class);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return taskFiles(look).filter(file -> !isOfTexts(look.head(file))).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " lists tasks with their results"));
    }

    static Stream<String> taskFiles(FolderLook look) {
        return look.withExtension("json").stream().limit(MOST_TRIED).filter(file -> {
            String head = look.head(file);
            return START.matcher(head).find() && TASK.matcher(head).find()
                    && (RESULT.matcher(head).find() || head.contains("\"data\""));
        }).filter(file -> !look.head(file).contains("\"categories\""));
    }

    /// Whether tasks are about texts: there are spans, or there is a text and no sign of a picture.
    static boolean isOfTexts(String head) {
        return !PICTURE.matcher(head).find() && (SPAN.matcher(head).find() || WORDS.matcher(head).find());
    }

    @Override
    public DatasetReader reader() {
        return new LabelStudioReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new LabelStudioWriter());
    }
}
