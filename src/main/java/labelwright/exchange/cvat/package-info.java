/// CVAT for images 1.1: one XML file with the labels and one `image` element for each picture; pictures under `images`, below a folder of
/// their subset.
///
/// Reads boxes (also turned), polygons, lines, points, ellipses, masks, skeletons, tags and attributes. The shapes of
/// tracks are read where the frames of the video are there as pictures. Cuboids are skipped with the reason.
///
/// Decision: the file is streamed, one `image` element at a time, so that a project of a hundred thousand pictures needs no memory.
/// Decision: a turned box is turned about its centre in pixels, and is not cut at the edge before it is turned.
/// Decision: coordinates are written in their shortest exact form; CVAT itself writes two decimals.
/// Decision: polygons with holes or several parts are masks in CVAT; our own line beside the mask (`labelwright_shape`) gives the exact outline
/// back as long as the mask is that of the outline. Rejected: several polygons in a group, which come back as several objects.
@NullMarked
package labelwright.exchange.cvat;

import org.jspecify.annotations.NullMarked;
