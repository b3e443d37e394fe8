/// What the screens have in common on which a person labels, whatever the items are: pictures or texts.
///
/// [LabellingDesk] is the open item with its answer and everything done to it; each screen extends it by what it shows. [WorkQueue] says which
/// item comes next, [Suggestions] what models propose and, while it is asked for, what other people answered, [Regions] what is listed, hidden or locked, [Labels] is the palette, [Questions] what is
/// asked. They know no scene and are tested without a toolkit. [LabelPanel], [RegionPanel], [SuggestionPanel] and [AnswerColumn] show
/// them; [DeskActions] and [AnswerActions] declare what can be done by key. They reach the place where regions are drawn through
/// [Surface]. [Visit] is what a screen hears of the rest of the app while it is in the window.
///
/// Knows the workbench and the controls, no screen. The words are of the kind of the project where people would stumble over "item"
/// ([KindWords]).
///
/// Decision: another person's answer is gone through as a model's suggestions are, with the same keys and the same dashed layer, because a reviewer does the same
/// with both: look at one difference after the other and take it or not. It is off until it is asked for, so that people who label the same items stay
/// independent of each other, and nothing is read of it before.
///
/// Decision: the desk is a class to extend and the rest is put together with it, because the order of opening, settling, showing and leaving is
/// the same everywhere and must not be written twice. Rejected: one screen for both kinds with a surface to plug in; their bars, lists and
/// keys are too different.
@NullMarked
package labelwright.ui.label;

import org.jspecify.annotations.NullMarked;
