package labelwright.exchange.yolo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.RecordSink;

/// The files of a data set that matter, by path relative to its root. Only these are ever opened.
///
/// @param pictures in order, with the file; below the pictures folder when there is one
/// @param texts label files, lists and class lists
/// @param others `*.yaml`, `*.data`, `*.names`, `notes.json`, upper folders first
/// @param folders all folders that hold pictures, and those above them
record YoloFiles(Path root, Map<String, Path> pictures, Set<String> texts, List<String> others, Set<String> folders) {

    static YoloFiles find(Path root, Optional<Path> imagesFolder, RecordSink sink) {
        Map<String, Path> pictures = new LinkedHashMap<>();
        Set<String> texts = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        new FileTree(root, sink).forEach((path, file) -> {
            sink.progress(0, 0);
            switch (FileNames.extension(path)) {
                case "txt" -> texts.add(path);
                case "yaml", "yml", "data", "names", "json" -> others.add(path);
                default -> {
                    if (FileNames.isPicture(path) && imagesFolder.isEmpty()) {
                        pictures.put(path, file);
                    }
                }
            }
        });
        imagesFolder.ifPresent(folder -> new FileTree(folder, sink).forEach((path, file) -> {
            if (FileNames.isPicture(path)) {
                pictures.put(path, file);
            }
        }));
        others.sort((a, b) -> Long.compare(a.chars().filter(c -> c == '/').count(), b.chars().filter(c -> c == '/').count()));
        return new YoloFiles(root, pictures, texts, others, foldersOf(pictures.keySet()));
    }

    private static Set<String> foldersOf(Set<String> pictures) {
        Set<String> folders = new HashSet<>();
        for (String picture : pictures) {
            String folder = FileNames.folder(picture);
            while (!folder.isEmpty() && folders.add(folder)) {
                folder = FileNames.folder(folder);
            }
        }
        return folders;
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    List<String> others(String... extensions) {
        Set<String> wanted = Set.of(extensions);
        return others.stream().filter(path -> wanted.contains(FileNames.extension(path))).toList();
    }
}
