/// Pictures: what a file says it is, its pixels turned upright, thumbnails, and the caches of both.
///
/// Floor 4. Knows nothing of projects or labels: files go in, plain pixel buffers ([labelwright.media.PixelImage]) come out. AWT and ImageIO
/// are used here and nowhere else, and never for a window, so everything works headless. Files of people are only ever opened for reading.
///
/// Decision: the format is told from the content, never from the name, and the headers are read by our own few lines instead of
/// metadata-extractor or an ImageIO reader, because an import looks at 100,000 files and needs four numbers of each: width, height,
/// orientation and whether the end of the file is there. Both libraries parse far more and take several times as long. Pixels are decoded
/// by the JDK and TwelveMonkeys readers, chosen by the format found, so that no reader guesses (the JDK's WBMP reader takes almost anything
/// that starts with two zero bytes).
///
/// Decision: a file that has lost its end is refused when it is imported and when it is decoded. Rejected: showing what can still be
/// read, because boxes drawn on a grey half teach a model nonsense.
///
/// Decision: a picture too big for the heap is a [labelwright.media.TiledPicture]: square tiles at levels that halve, read from the file
/// where it can be reached anywhere (TIFF tiles, open strips, the smaller copies in the file), and otherwise spooled once, row by row and
/// without loss, into a tile file of the cache. Coarse levels that no file has are prepared in the background; until then they are made
/// of samples, because a person wants to see something within a second and a sharp overview of 1,600 million pixels takes half a minute.
/// Rejected: libvips and other native libraries (a binary for every system), and a pyramid written beside the person's file.
///
/// Decision: pictures of 16 bits, signed or floating-point samples are kept as such ([labelwright.media.DeepImage]) and mapped through a
/// window that can be changed, instead of being cut to 8 bits when they are read.
///
/// Rejected: drawing on a `BufferedImage` to convert colours. It changes grey values (the JDK takes grey as linear light) and cuts 16-bit
/// samples; [labelwright.media.Pixels] reads the rasters instead.
@NullMarked
package labelwright.media;

import org.jspecify.annotations.NullMarked;
