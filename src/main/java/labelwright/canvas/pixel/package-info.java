/// Finds regions by the colours of a picture: [ColourFlood] from one pixel (the magic wand), [ObjectCutter] from a box and a few strokes
/// (GrabCut). Pure Java over `0xAARRGGBB` pixels; knows no toolkit, no tool and no document, and may be called from any thread.
///
/// Decision: colours are compared in CIELAB, as they are and after a 3 x 3 mean. Equal steps there look about equally different, so one
/// tolerance serves shadows and lights alike; the mean keeps noise and JPEG grain from tearing holes. Rejected: RGB distance, in which a step in blue counts
/// as much as one in green and dark regions run together.
///
/// Decision: our own GrabCut (Rother, Kolmogorov, Blake 2004) on our own max-flow (Boykov, Kolmogorov 2004), four small classes. A library
/// was looked for: BoofCV (Apache 2.0) cuts into superpixels and watersheds but has no graph cut; ImageJ's graph cut plug-ins are GPL; OpenCV
/// has it, at more than 100 MB of native libraries for each system, for this one function. Rejected too: random walks (Grady 2006), which
/// need seeds on both sides and cannot begin from a box alone.
@NullMarked
package labelwright.canvas.pixel;

import org.jspecify.annotations.NullMarked;
