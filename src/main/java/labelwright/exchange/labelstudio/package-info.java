/// Label Studio: a JSON list of tasks with annotations or predictions; coordinates in percent of the picture, boxes turned about their corner.
///
/// Decision: percent become pixels before anything is turned, about the stored corner, as the editor does. Rejected: turning in percent, as its
/// own converter does, which is wrong for every picture that is not square.
/// Decision: of several annotations of a task the last that was not cancelled is read, a ground truth before others; the rest is reported.
/// Predictions are read where there is no annotation, with their scores.
/// Decision: regions are those results that have a place; results of one id are one region. What has no place is an answer about the picture,
/// by the name of its control. A relation without a label is of the type `related`, and the report says so; one that points both ways has
/// the attribute `direction=both`, unless it is our own, where the type says it.
/// Decision: shapes that Label Studio has no control for are written as the nearest, with our own line in the region's `meta`.
/// Decision: projects of texts are a format of their own, since a project here holds pictures or texts. Their offsets are UTF-16 units, in
/// some versions with CR LF as one; which, the covered texts tell. A text in HTML is taken as it is written; spans between its elements are
/// refused. A span of several fragments is written from its first to its last letter, with our own line in the region's `meta`.
@NullMarked
package labelwright.exchange.labelstudio;

import org.jspecify.annotations.NullMarked;
