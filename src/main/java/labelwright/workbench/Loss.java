package labelwright.workbench;

/// Something that an exported file does not hold.
///
/// @param what what is lost, with a count where there is one
/// @param why why the format cannot hold it, or what came back different
public record Loss(String what, String why) {}
