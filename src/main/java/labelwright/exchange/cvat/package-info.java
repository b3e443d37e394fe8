/// CVAT for images 1.1: one XML file with the labels and one `image` element for each picture; pictures under `images`, below a folder of
/// their subset.
///
/// Reads boxes (also turned), polygons, lines, points, ellipses, masks, skeletons, tags and attributes. The shapes of
/// tracks are read where the frames of the video are there as pictures. Cuboids are skipped with the reason.
///
/// What the head declares about labels is read and written: attributes with their kinds, options and start values, skeletons as they are drawn,
/// and tags, which are questions about whole pictures.
///
/// Decision: the file is streamed, one shape at a time, so that neither a hundred thousand pictures nor a million shapes on one of them need
/// memory.
/// Decision: a kind of attribute that CVAT does not have is declared as the nearest that it has, and named among the losses. Rejected: elements of
/// our own in the head, which CVAT would not give back.
/// Decision: a turned box is turned about its centre in pixels, and is not cut at the edge before it is turned.
/// Decision: coordinates are written in their shortest exact form; CVAT itself writes two decimals.
/// Decision: polygons with holes or several parts are masks in CVAT; our own line beside the mask (`labelwright_shape`) gives the exact outline
/// back as long as the mask is that of the outline. Rejected: several polygons in a group, which come back as several objects.
@NullMarked
package labelwright.exchange.cvat;

import org.jspecify.annotations.NullMarked;
