package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.media.tiff.Rect;
import labelwright.media.tiff.TiffFile;
import labelwright.media.tiff.TiffImage;
import labelwright.media.tiff.TiffUnsupported;

/// The pages of TIFF files with several directories. Stateless.
final class TiffPages {
    private static final Logger LOG = LoggerFactory.getLogger(TiffPages.class);
    /// Tiles put together for a small picture, at most.
    private static final int MOST_TILES = 16;

    private TiffPages() {}

    /// @param first what the header says of the first directory
    static ImageInfo info(PictureFile file, ImageInfo first) throws MediaException {
        try (TiffFile tiff = TiffFile.open(file.path())) {
            int pages = tiff.pages();
            if (file.page() >= pages) {
                throw MediaException.noSuchPage(file.path(), file.page(), pages);
            }
            if (file.page() == 0) {
                return new ImageInfo(first.format(), first.width(), first.height(), first.orientation(), pages);
            }
            TiffFile.PageInfo page = tiff.info(file.page());
            return new Header(ImageFormat.TIFF, page.width(), page.height(), Orientation.of(page.orientation()), pages).toInfo();
        } catch (MediaException e) {
            throw e;
        } catch (EOFException e) {
            throw MediaException.truncated(file.path(), ImageFormat.TIFF);
        } catch (IOException e) {
            throw MediaException.damaged(file.path(), String.valueOf(e.getMessage()), e);
        }
    }

    /// The place of the page among all directories of the file.
    static int directory(PictureFile file, ImageInfo info) throws IOException {
        if (file.page() == 0 || info.frames() == 1) {
            return 0;
        }
        try (TiffFile tiff = TiffFile.open(file.path())) {
            return tiff.info(file.page()).directory();
        }
    }

    static Optional<DeepImage> deep(PictureFile file) throws IOException {
        try (TiffFile tiff = TiffFile.open(file.path())) {
            TiffImage image = tiff.page(file.page()).image();
            if (!image.isDeep()) {
                return Optional.empty();
            }
            Rect whole = new Rect(0, 0, image.width(), image.height());
            return Optional
                    .of(new DeepImage(Orientation.of(image.orientation()).turn(tiff.read(image, whole)), TiffPixels.channels(image)));
        } catch (TiffUnsupported e) {
            // the library may know it; it then shows it without its samples
            return Optional.empty();
        }
    }

    /// The whole page by our own reader, as a screen shows it: for the kinds that the library does not know. Nothing when it does not know
    /// them either.
    static Optional<PixelImage> whole(PictureFile file) {
        try (TiffFile tiff = TiffFile.open(file.path())) {
            TiffImage image = tiff.page(file.page()).image();
            Rect all = new Rect(0, 0, image.width(), image.height());
            Picture picture = TiffPixels.picture(image, Orientation.of(image.orientation()).turn(tiff.read(image, all)), null);
            return Optional.of(picture instanceof DeepImage deep ? deep.map(deep.range().proposed()) : (PixelImage) picture);
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} is not read by our own reader either", file.path(), e);
            return Optional.empty();
        }
    }

    /// A small version from the smaller copies in the file, or from samples of a picture too large to be read for it; nothing where that is
    /// of no help.
    static Optional<PixelImage> small(PictureFile file, ImageInfo info, int width, int height) throws MediaException {
        boolean big = PictureOpener.isBig(info.pixels());
        try (TiffFile tiff = TiffFile.open(file.path())) {
            var page = tiff.page(file.page());
            if (!page.image().isRandomAccess() || (!big && page.overviews().isEmpty())) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        try (TiffTiles tiles = TiffTiles.open(file.path(), file.page(), null)) {
            return Optional.of(small(tiles, width).scaledTo(width, height));
        } catch (IOException | RuntimeException e) {
            throw MediaException.damaged(file.path(), "its TIFF data make no sense", e);
        }
    }

    private static PixelImage small(TiffTiles tiles, int width) throws IOException {
        TileGrid grid = tiles.grid();
        int level = grid.levels() - 1;
        while (level > 0 && grid.width(level) < width && grid.columns(level - 1) * grid.rows(level - 1) <= MOST_TILES) {
            level--;
        }
        int[] argb = new int[grid.width(level) * grid.height(level)];
        PixelImage whole = new PixelImage(grid.width(level), grid.height(level), argb);
        for (int row = 0; row < grid.rows(level); row++) {
            for (int column = 0; column < grid.columns(level); column++) {
                Picture tile = tiles.read(new TileKey(level, column, row)).orElseThrow().picture();
                PixelImage pixels = tile instanceof DeepImage deep ? deep.map(deep.range().proposed()) : (PixelImage) tile;
                Fitting.paste(pixels, whole, column * grid.tile(), row * grid.tile());
            }
        }
        return whole;
    }
}
