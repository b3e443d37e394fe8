package labelwright.media;

/// What a format's header reader found, with the sides as stored, before any turn.
record Header(ImageFormat format, int width, int height, Orientation orientation, int frames) {

    Header(ImageFormat format, int width, int height) {
        this(format, width, height, Orientation.UPRIGHT, 1);
    }

    ImageInfo toInfo() {
        boolean swap = orientation.swapsSides();
        return new ImageInfo(format, swap ? height : width, swap ? width : height, orientation.tag(), frames);
    }
}
