/// The mathematics around learning: how good a detector is, how unsure it is, what to label next, how to split data.
///
/// Pure functions over records; knows model and geometry, and neither DJL nor the disk. All chance comes from a seed, and results do not depend on the
/// order in which items come.
///
/// Decision: average precision is that of PASCAL VOC 2010 and later, written here in the open with its matching rule, since
/// published numbers are only comparable if both are the same. Decision: k-means is sixty lines of our own, because sampling must give
/// the same choice for the same seed on every machine. Rejected: Tribuo and Tablesaw for these few functions, at 50 MB.
@NullMarked
package labelwright.learning;

import org.jspecify.annotations.NullMarked;
