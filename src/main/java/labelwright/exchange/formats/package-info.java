/// The list of the formats that the app knows. Knows every format; no format knows it.
@NullMarked
package labelwright.exchange.formats;

import org.jspecify.annotations.NullMarked;
