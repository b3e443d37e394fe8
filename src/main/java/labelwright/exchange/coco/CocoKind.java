package labelwright.exchange.coco;

import java.util.Arrays;

/// What the name of a COCO file says about its content; the kinds with more shapes come first.
enum CocoKind {
    INSTANCES("instances", "shapes"), PERSON_KEYPOINTS("person_keypoints", "keypoints"), STUFF("stuff", "masks"), PANOPTIC("panoptic",
            "panoptic segments"), LABELS("labels", "labels of whole pictures"), CAPTIONS("captions",
                    "captions"), IMAGE_INFO("image_info", "pictures only"), OTHER("", "");

    private final String prefix;
    private final String content;

    CocoKind(String prefix, String content) {
        this.prefix = prefix;
        this.content = content;
    }

    String content() {
        return content;
    }

    static CocoKind of(String stem) {
        return Arrays.stream(values()).filter(kind -> kind != OTHER && stem.startsWith(kind.prefix + "_")).findFirst().orElse(OTHER);
    }

    /// What follows the kind: `train2017` of `instances_train2017`.
    String subset(String stem) {
        return this == OTHER ? stem.substring(stem.lastIndexOf('_') + 1) : stem.substring(prefix.length() + 1);
    }
}
