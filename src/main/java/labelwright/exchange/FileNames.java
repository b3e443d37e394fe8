package labelwright.exchange;

import java.util.Locale;
import java.util.Set;

/// Questions about file names. A name may hold several dots; only what follows the last one is the extension.
public final class FileNames {
    /// What the media package can open.
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "dib", "tif", "tiff", "btf",
            "tf8",
            "webp");

    private FileNames() {}

    /// Lower case, without the dot; empty when there is none.
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') + 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The path without its extension.
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') + 1 ? name : name.substring(0, dot);
    }

    /// What follows the last `/`.
    public static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// What comes before the last `/`; empty when there is none.
    public static String folder(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /// `folder/name`, or only the name when the folder is empty.
    public static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    public static boolean isPicture(String name) {
        return PICTURES.contains(extension(name));
    }

    /// Hidden files and what archivers of other systems leave behind.
    public static boolean isClutter(String lastPart) {
        return lastPart.startsWith(".") || lastPart.equals("__MACOSX") || lastPart.equalsIgnoreCase("thumbs.db");
    }
}
