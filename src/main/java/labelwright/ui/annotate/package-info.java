/// The screen on which pictures are labelled: canvas, tools, labels, regions, suggestions, film strip.
///
/// The decisions are in models that know no scene and are tested without a toolkit: [WorkQueue] (which picture comes next),
/// [Workplace] (the open picture, its answer, and everything done to it), [Suggestions] (what models propose), [Regions] (what is hidden
/// or locked), [Labels] (the palette). The views beside them only build nodes and bind. [AnnotateActions] declares what can be done.
///
/// Knows the workbench and the canvas, no other screen; other screens bring a person here by a `Place.Picture`.
///
/// Decision: the answer that is shown is always that of the labelling session; every change goes through its one door and is on its way
/// to the disk when the method returns. There is no Save. Opening happens in the background, edits on the FX thread.
@NullMarked
package labelwright.ui.annotate;

import org.jspecify.annotations.NullMarked;
