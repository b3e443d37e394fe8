/// The words of the app as immutable records: project, item, label schema, annotation, author, state, recipe, run, model version.
///
/// One word per idea: the class, the table, the JSON key and the message key are called the same. Nothing here does I/O.
///
/// Decision: an [AnnotationSet] is the complete answer of one [Author] to one item. What a model suggests is a set of the model's own
/// and never lies among a person's annotations until that person takes it; then the copy remembers where it came from ([Origin]).
/// How often a model was right is counted from these origins and from the refusals in the person's set, so undo corrects the count
/// by itself. Rejected: a status column on suggestions, which would have to be kept in step with every undo.
/// Decision: identifiers are small records, so that an item id cannot be passed for a label id.
@NullMarked
package labelwright.model;

import org.jspecify.annotations.NullMarked;
