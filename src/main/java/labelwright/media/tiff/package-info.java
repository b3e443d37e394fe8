/// Our own TIFF reader for random access: any rectangle of any page or overview, without reading the rest of the file.
///
/// Floor 4, the cellar of `media`: knows nothing of the app, hands out plain [labelwright.media.tiff.Samples] as they are stored (before
/// any turn, before any window), so that 16-bit and floating-point values survive. TIFF 6.0 and BigTIFF, tiles and strips, chunky and
/// planar; without compression, LZW, deflate, PackBits and JPEG; 1, 2, 4, 8, 16, 32 and 64 bits a sample.
///
/// Decision: written here, beside the TwelveMonkeys reader that decodes ordinary TIFF files whole. Measured on a file of 40,000 x 40,000
/// pixels, a picture that must be on the screen within a second and panned without waiting needs a reader that several threads share, that
/// parses the tables of 25,000 tiles once, and that gives samples rather than a `BufferedImage`; the ImageIO interface has none of the three.
/// What this reader does not know (old-style JPEG, fax, odd sample sizes, CIELab) says so, and is left to the library where it is
/// small enough.
/// Rejected: mapping the file into memory. A mapping stays open on Windows until the garbage collector comes by, and a file that is cut
/// short meanwhile kills the process instead of throwing.
@NullMarked
package labelwright.media.tiff;

import org.jspecify.annotations.NullMarked;
