/// The Models screen: which models there are and how far they are trusted, how good they are, and what they can do next: suggest labels and
/// say which pictures are most useful to label.
///
/// [labelwright.ui.models.ModelsModel] holds the list and what is selected, [labelwright.ui.models.ModelJobs] the long work; both know no
/// scene. [labelwright.ui.models.Heat] is the arithmetic of the confusion matrix. May know the workbench and what all screens share.
///
/// Decision: a measurement is kept for as long as the project is open and says on which split it was made; it is not stored, because the
/// labels it was made against go on changing. Rejected: a table of all measurements, which would show numbers that are no longer true.
@NullMarked
package labelwright.ui.models;

import org.jspecify.annotations.NullMarked;
