package labelwright.ui.annotate;

/// What is shown beside the picture, at the same place and size.
enum Comparison {
    NOTHING(0),
    /// The picture after it.
    NEXT(1),
    /// The picture before it.
    PREVIOUS(1),
    /// The picture before it and the two after it.
    NEIGHBOURS(3),
    /// Its red, green and blue alone.
    CHANNELS(3);

    private final int views;

    Comparison(int views) {
        this.views = views;
    }

    /// How many views there are beside the picture.
    int views() {
        return views;
    }
}
