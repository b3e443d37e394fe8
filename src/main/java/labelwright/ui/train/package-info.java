/// The Train screen: set up a training run, watch it, stop and resume it, compare runs.
///
/// View models without a scene hold the decisions: [labelwright.ui.train.RecipeForm] (the form and the YAML behind it, kept in step),
/// [labelwright.ui.train.TrainingDesk] (starts, stops, resumes) and [labelwright.ui.train.RunsModel] (what is listed, selected and drawn).
/// [labelwright.ui.train.LiveRun] collects what a running training says, in bounded memory and on the training thread; the screen looks
/// at it ten times a second while it is shown. May know the workbench and the floors below it, and what all screens share.
///
/// Decision: the form is made from what a family says about its settings, so that a new family needs texts but no new screen.
/// Decision: the view models live as long as the opened project, so a run goes on and keeps its curves while people label; nothing is
/// modal and nothing runs while the screen is not shown except the training itself. Rejected: handing each training event to the FX
/// thread; at hundreds of steps a second it would be busy with nothing else.
@NullMarked
package labelwright.ui.train;

import org.jspecify.annotations.NullMarked;
