package labelwright.exchange;

import java.nio.file.Path;

/// A page of a file that can be looked at.
///
/// @param page from 0
public record PageFile(Path file, int page) {}
