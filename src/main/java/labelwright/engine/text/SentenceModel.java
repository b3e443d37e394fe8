package labelwright.engine.text;

import java.util.List;

/// The pretrained models that come with the app. Both are quantised transformers, as plain files in jars.
public enum SentenceModel {
    /// all-MiniLM-L6-v2 (Apache-2.0): English, and passable on other Latin-script languages. A text is the mean of its tokens.
    ENGLISH("minilm", "all-minilm-l6-v2-q", 384),
    /// bge-small-zh-v1.5 (MIT): Chinese. A text is the state of its first, special token.
    CHINESE("bge-zh", "bge-small-zh-v1.5-q", 512);

    private static final double MANY_HAN = 0.15;
    private static final int LOOKED_AT = 400;

    private final String id;
    private final String resource;
    private final int dimension;

    SentenceModel(String id, String resource, int dimension) {
        this.id = id;
        this.resource = resource;
        this.dimension = dimension;
    }

    /// As it is called in recipes and model files.
    public String id() {
        return id;
    }

    /// Numbers in a vector.
    public int dimension() {
        return dimension;
    }

    String network() {
        return "/" + resource + ".onnx";
    }

    String tokenizer() {
        return "/" + resource + "-tokenizer.json";
    }

    /// The one that suits the texts: Chinese when more than 15% of the letters of the first 400 texts are Han characters.
    public static SentenceModel suiting(List<String> texts) {
        long letters = 0;
        long han = 0;
        for (String text : texts.subList(0, Math.min(LOOKED_AT, texts.size()))) {
            letters += text.codePoints().filter(Character::isLetter).count();
            han += text.codePoints().filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN).count();
        }
        return han > MANY_HAN * Math.max(1, letters) ? CHINESE : ENGLISH;
    }
}
