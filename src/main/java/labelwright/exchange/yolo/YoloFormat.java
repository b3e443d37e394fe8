package labelwright.exchange.yolo;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;
import labelwright.model.ExportTask;

/// YOLO.
public final class YoloFormat implements DatasetFormat {
    private static final int CERTAIN = 85;
    private static final int BY_LINES = 70;
    private static final int MOST_TRIED = 50;
    private static final Pattern NAMES = Pattern.compile("(?m)^names\\s*:");
    private static final Pattern SUBSET = Pattern.compile("(?m)^(train|val|test|path|nc)\\s*:");
    private static final Pattern DARKNET = Pattern.compile("(?m)^\\s*(train|names|valid)\\s*=");

    @Override
    public String id() {
        return "yolo";
    }

    @Override
    public String displayName() {
        return "YOLO";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of(ShapeKind.BOX, ShapeKind.POLYGON, ShapeKind.ROTATED_BOX, ShapeKind.KEYPOINTS);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return description(look).or(() -> labels(look));
    }

    private Optional<Detection> description(FolderLook look) {
        return look.withExtension("yaml", "yml", "data").stream().limit(MOST_TRIED).filter(file -> {
            String head = look.head(file);
            return FileNames.extension(file).equals("data")
                    ? DARKNET.matcher(head).find()
                    : NAMES.matcher(head).find() && SUBSET.matcher(head).find();
        }).findFirst().map(file -> new Detection(this, CERTAIN, file + " names classes and pictures"));
    }

    private Optional<Detection> labels(FolderLook look) {
        boolean hasPictures = look.files().stream().anyMatch(FileNames::isPicture);
        List<String> texts = look.withExtension("txt");
        return texts.stream().limit(MOST_TRIED).filter(file -> hasPictures && YoloLine.looksLikeLabels(look.head(file).lines().toList()))
                .findFirst().map(file -> new Detection(this, BY_LINES, file + " holds lines of a class and coordinates"));
    }

    @Override
    public Set<ExportTask> tasks() {
        return EnumSet.complementOf(EnumSet.of(ExportTask.AUTO));
    }

    /// Shares of ten decimals, and whole pixels where they come near them.
    @Override
    public double tolerance() {
        return 1e-4;
    }

    @Override
    public DatasetReader reader() {
        return new YoloReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new YoloWriter());
    }
}
