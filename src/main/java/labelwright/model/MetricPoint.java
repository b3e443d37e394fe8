package labelwright.model;

/// One measured value of a run.
///
/// @param step optimiser steps since the start of the run
/// @param name for example `loss.box`, `learningRate`, `val.mAP50`
public record MetricPoint(int epoch, long step, String name, double value) {}
