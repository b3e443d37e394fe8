/// The list of the formats that the app knows.
///
/// Knows every format; no format knows it, so that the packages below exchange form no cycle. A new format is one more name in
/// [StandardFormats].
@NullMarked
package labelwright.exchange.formats;

import org.jspecify.annotations.NullMarked;
