package labelwright.workbench;

import labelwright.exchange.DatasetFormat;

/// A format that can be read or written.
///
/// @param id the word for requests and the command line
/// @param name for people
public record FormatInfo(String id, String name) {
    static FormatInfo of(DatasetFormat format) {
        return new FormatInfo(format.id(), format.displayName());
    }
}
