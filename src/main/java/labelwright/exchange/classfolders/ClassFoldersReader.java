package labelwright.exchange.classfolders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.model.Split;

/// Every picture becomes an item whose class is answered.
final class ClassFoldersReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.imagesFolder().orElse(request.root()).toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("%s is no folder. Choose the folder that holds the folders of the classes.".formatted(root));
        }
        Map<String, Path> pictures = new LinkedHashMap<>();
        new FileTree(root, sink).forEach((path, file) -> {
            sink.progress(0, 0);
            if (FileNames.isPicture(path)) {
                pictures.put(path, file);
            }
        });
        List<String> classes = pictures.keySet().stream().map(path -> ClassPlace.of(path).label()).filter(label -> !label.isEmpty())
                .distinct().sorted().toList();
        if (!classes.isEmpty()) {
            sink.choices(ClassFoldersFormat.QUESTION, classes);
        }
        ItemNames names = new ItemNames();
        long done = 0;
        for (Map.Entry<String, Path> picture : pictures.entrySet()) {
            sink.progress(done++, pictures.size());
            ClassPlace place = ClassPlace.of(picture.getKey());
            Size size = request.sizes().of(picture.getValue()).orElse(Size.UNKNOWN);
            String name = names.claim(place.name(), picture.getKey());
            sink.item(new ItemRecord(name, name, picture.getValue(), size.width(), size.height(), place.split().orElse(Split.NONE)));
            if (!place.label().isEmpty()) {
                sink.answers(name, Map.of(ClassFoldersFormat.QUESTION, place.label()));
            }
        }
    }
}
