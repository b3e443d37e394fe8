package labelwright.ui.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import labelwright.model.MetricPoint;
import labelwright.ui.control.chart.Curve;
import labelwright.ui.control.chart.SeriesBuffer;

/// What a run left: its curves over optimiser steps, by metric name, and its log.
record RunData(Map<String, Curve> curves, List<String> log) {
    static final RunData EMPTY = new RunData(Map.of(), List.of());
    private static final int MOST_POINTS = 8192;

    RunData {
        curves = Map.copyOf(curves);
        log = List.copyOf(log);
    }

    static RunData of(List<MetricPoint> points, List<String> log) {
        Map<String, SeriesBuffer> series = new TreeMap<>();
        points.forEach(point -> series.computeIfAbsent(point.name(), _ -> new SeriesBuffer(MOST_POINTS)).add((double) point.step(),
                point.value()));
        Map<String, Curve> curves = new TreeMap<>();
        series.forEach((name, buffer) -> curves.put(name, buffer.curve()));
        return new RunData(curves, log);
    }

    Curve curve(String metric) {
        return curves.getOrDefault(metric, Curve.EMPTY);
    }
}
