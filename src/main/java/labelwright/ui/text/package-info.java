/// The screen on which texts are labelled: the list of items, the text surface with its find bar, labels, spans, relations, suggestions and
/// questions.
///
/// The decisions are in models that know no scene: [TextDesk] (the open text and everything done to it), [FindModel] (where words stand),
/// [IdenticalModel] (what else could get the same label), [RelationChanges] (what can be done to the selected relation). What is the same
/// for pictures comes from `ui.label`. [TextActions] declares what can be done; [SurfaceKeys] the keys of the text itself.
///
/// Knows the workbench, the text surface and `ui.label`, no other screen. It stands in the place of the picture screen in projects of texts:
/// other screens bring a person here by the same places.
///
/// Decision: text is marked first and labelled then, by key or click, because the pointer is also for reading; whoever labels one kind of
/// thing all day switches to labelling at once.
@NullMarked
package labelwright.ui.text;

import org.jspecify.annotations.NullMarked;
