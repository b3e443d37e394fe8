/// The query line of the Data screen: what is asked about items ([ItemQuery], [ItemSort]) and what comes back ([ItemRow], [Facets]).
///
/// A query is a sealed tree that [ItemQueryParser] makes from text such as `label:car,bus -label:dog score<0.5 state:draft`. It knows
/// nothing of tables; the store turns it into SQL with bind parameters only.
///
/// Decision: a small language of our own with one meaning per word, terms joined by "and", values joined by "or", `-` for "not".
/// It can be typed, stored in a recipe and built by the facets alike. Rejected: SQL or an expression language in the query line, because
/// it would tie every saved recipe to the tables and let text into statements.
@NullMarked
package labelwright.model.query;

import org.jspecify.annotations.NullMarked;
