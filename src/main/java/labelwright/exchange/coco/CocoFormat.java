package labelwright.exchange.coco;

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

/// COCO.
public final class CocoFormat implements DatasetFormat {
    private static final int CERTAIN = 95;
    private static final int BY_NAME = 60;
    private static final int MOST_TRIED = 50;
    private static final Pattern SECTION = Pattern.compile("\"(images|annotations|categories)\"\\s*:\\s*[\\[{]");

    @Override
    public String id() {
        return "coco";
    }

    @Override
    public String displayName() {
        return "COCO";
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
        List<String> files = look.withExtension("json").stream().limit(MOST_TRIED).toList();
        return files.stream().filter(file -> SECTION.matcher(look.head(file)).find()).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " lists images, annotations or categories"))
                .or(() -> files.stream().filter(file -> CocoKind.of(FileNames.stem(FileNames.last(file))) != CocoKind.OTHER).findFirst()
                        .map(file -> new Detection(this, BY_NAME, file + " is named like a COCO file")));
    }

    @Override
    public DatasetReader reader() {
        return new CocoReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new CocoWriter());
    }
}
