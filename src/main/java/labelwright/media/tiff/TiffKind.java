package labelwright.media.tiff;

/// What a directory of the chain says that it is.
enum TiffKind {
    PAGE, REDUCED, MASK;

    private static final int SUBFILE = 254;

    static TiffKind of(TiffDirectory directory) {
        long subfile = directory.number(SUBFILE, 0);
        if ((subfile & 1) != 0) {
            return REDUCED;
        }
        return (subfile & 4) != 0 ? MASK : PAGE;
    }
}
