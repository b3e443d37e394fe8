package labelwright.exchange.masks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import labelwright.exchange.FileNames;

/// Which files of a folder are pictures, and which is the label picture of which.
///
/// @param pictures all that are no label pictures, in their order
/// @param masks label picture by picture
/// @param orphans label pictures without a picture
record MaskPairs(List<String> pictures, Map<String, String> masks, List<String> orphans) {
    private static final Set<String> PICTURE_FOLDERS = Set.of("images", "imgs", "img", "image", "jpegimages", "leftimg8bit", "pictures");
    private static final Set<String> MASK_FOLDERS = Set.of("masks", "mask", "labels", "label", "annotations", "annotation", "gt", "gtfine",
            "gtcoarse", "groundtruth", "ground_truth", "segmentation", "segmentations", "segmentationclass", "labelids");
    private static final Pattern ANNOT = Pattern.compile("(.+?)_?annot");
    private static final Pattern MASK_END = Pattern.compile(
            "(.+?)(?:_gt(?:Fine|Coarse))?[_-](?:instanceIds|labelIds|labelTrainIds|masks?|labels?|seg|gt|segmentation)");
    private static final Pattern PICTURE_START = Pattern.compile("(?:image|img|picture)[_-]?(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MASK_START = Pattern.compile("(?:gt|mask|label)[_-]?(.+)", Pattern.CASE_INSENSITIVE);
    /// Of several label pictures of one picture the first kind is read.
    private static final List<String> KINDS = List.of("_instanceids", "_labelids", "_labeltrainids");
    /// For the eye, and no classes.
    private static final Pattern SHOWN = Pattern.compile(".*[_-](?:color|colour|vis|overlay)", Pattern.CASE_INSENSITIVE);

    /// @param files relative to the root, with `/`
    static MaskPairs of(Collection<String> files) {
        List<String> pictures = new ArrayList<>();
        List<String> masks = new ArrayList<>();
        for (String file : files) {
            if (FileNames.isPicture(file)) {
                if (!isMask(file)) {
                    pictures.add(file);
                } else if (!SHOWN.matcher(FileNames.stem(file)).matches()) {
                    masks.add(file);
                }
            }
        }
        Map<String, String> byKey = new HashMap<>();
        masks.forEach(mask -> {
            byKey.merge(key(mask, false), mask, MaskPairs::better);
            byKey.merge(key(mask, true), mask, MaskPairs::better);
        });
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String picture : pictures) {
            String mask = byKey.getOrDefault(key(picture, false), byKey.get(key(picture, true)));
            if (mask != null) {
                pairs.put(picture, mask);
            }
        }
        Set<String> used = Set.copyOf(pairs.values().stream().map(mask -> key(mask, false)).toList());
        return new MaskPairs(pictures, pairs, masks.stream().filter(mask -> !used.contains(key(mask, false))).toList());
    }

    private static boolean isMask(String file) {
        if (!FileNames.extension(file).equals("png")) {
            return false;
        }
        for (String part : FileNames.folder(file).split("/")) {
            String lower = part.toLowerCase(Locale.ROOT);
            if (MASK_FOLDERS.contains(lower) || ANNOT.matcher(lower).matches()) {
                return true;
            }
        }
        return MASK_END.matcher(FileNames.last(FileNames.stem(file))).matches();
    }

    private static String better(String a, String b) {
        return kind(a) <= kind(b) ? a : b;
    }

    private static int kind(String mask) {
        String stem = FileNames.stem(mask).toLowerCase(Locale.ROOT);
        for (int i = 0; i < KINDS.size(); i++) {
            if (stem.endsWith(KINDS.get(i))) {
                return i;
            }
        }
        return KINDS.size();
    }

    /// The same for a picture and its label picture.
    ///
    /// @param bare without words in front of a number, for `image_0001` with `gt_0001`
    private static String key(String file, boolean bare) {
        List<String> parts = new ArrayList<>();
        String folder = FileNames.folder(file);
        for (String part : folder.isEmpty() ? List.<String>of() : List.of(folder.split("/"))) {
            String lower = part.toLowerCase(Locale.ROOT);
            Matcher annot = ANNOT.matcher(lower);
            if (annot.matches()) {
                parts.add(annot.group(1));
            } else if (!MASK_FOLDERS.contains(lower) && !PICTURE_FOLDERS.contains(lower)) {
                parts.add(lower);
            }
        }
        String stem = FileNames.last(FileNames.stem(file));
        if (isMask(file)) {
            stem = first(MASK_END, stem);
        } else if (stem.endsWith("_leftImg8bit")) {
            stem = stem.substring(0, stem.length() - "_leftImg8bit".length());
        }
        if (bare) {
            stem = first(isMask(file) ? MASK_START : PICTURE_START, stem) + "*";
        }
        parts.add(stem);
        return String.join("/", parts);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }
}
