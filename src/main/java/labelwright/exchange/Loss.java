package labelwright.exchange;

/// Something that an export does not carry.
///
/// @param what what and how many: `3 holes in polygons`
/// @param why why, and what is written instead, a plain sentence
public record Loss(String what, String why) {}
