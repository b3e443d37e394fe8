package labelwright.workbench;

/// How many labelled pictures a recipe would use.
///
/// @param train what it learns from
/// @param validation what chooses the best checkpoint; when it is 0, a part of the training pictures is held out
/// @param test never used in training
/// @param unassigned in no split, and left out because others are in train
public record DataCounts(long train, long validation, long test, long unassigned) {}
