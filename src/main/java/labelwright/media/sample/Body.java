package labelwright.media.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import labelwright.geometry.Point;
import labelwright.geometry.Polygon;

/// The outline of a cell: a super-ellipse, turned, bent along its length and made wavy.
///
/// In the cell's own frame, u along and v across in half-lengths, the outline is `(|u|^p + |v|^p)^(1/p) = 1 + w(angle)` with a few waves w.
/// For p = 2 that is an ellipse; below 2 its ends become pointed.
final class Body {

    static final int FINE = 720;
    private static final int FIRST_WAVE = 2;
    private static final int WAVES = 4;
    private static final int ANGLES = 256;
    /// from here on it no longer matters how wavy the outline is
    private static final double FAR_OUT = 1.8;

    private final double x;
    private final double y;
    private final double length;
    private final double breadth;
    private final double cos;
    private final double sin;
    private final double power;
    private final double bend;
    private final double[] amplitudes = new double[WAVES];
    private final double[] phases = new double[WAVES];
    private final double[] waves;

    /// How a body departs from an ellipse.
    ///
    /// @param power of the super-ellipse
    /// @param bend of the long axis, in half-breadths at the ends
    /// @param waviness about the relative height of the waves
    record Form(double power, double bend, double waviness) {}

    /// A body with the given centre, half-length and half-breadth in pixels.
    Body(Point centre, double length, double breadth, Form form, RandomGenerator random) {
        this.x = centre.x();
        this.y = centre.y();
        this.length = length;
        this.breadth = breadth;
        this.power = form.power;
        this.bend = form.bend;
        double angle = random.nextDouble(Math.PI * 2);
        this.cos = Math.cos(angle);
        this.sin = Math.sin(angle);
        for (int i = 0; i < WAVES; i++) {
            amplitudes[i] = form.waviness * random.nextGaussian() / (i + 1);
            phases[i] = random.nextDouble(Math.PI * 2);
        }
        this.waves = tabulate();
    }

    private Body(Body around, double scale, double along, double roundness) {
        this.length = around.length * scale;
        this.breadth = Math.min(around.breadth * 0.8, length * roundness);
        this.cos = around.cos;
        this.sin = around.sin;
        double u = along;
        double v = around.bend * (u * u - 0.5);
        this.x = around.x + u * around.length * cos - v * around.breadth * sin;
        this.y = around.y + u * around.length * sin + v * around.breadth * cos;
        this.power = 2;
        this.bend = 0;
        for (int i = 0; i < WAVES; i++) {
            amplitudes[i] = 0.06 * Math.sin(around.phases[i] * 7 + along);
            phases[i] = around.phases[i] + 1;
        }
        this.waves = tabulate();
    }

    /// A smaller ellipse inside this body, such as a nucleus.
    ///
    /// @param scale its length compared to this body's
    /// @param along where on the long axis, -1 to 1
    /// @param roundness breadth over length
    Body inner(double scale, double along, double roundness) {
        return new Body(this, scale, along, roundness);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double length() {
        return length;
    }

    double breadth() {
        return breadth;
    }

    /// No part of the body is farther than this from its centre, pixels; waves left out.
    double extent() {
        return Math.hypot(length, breadth * Math.abs(bend) / 2 + (power < 2 || bend != 0 ? breadth / 2 : 0));
    }

    /// How far out a place on the slide lies: 0 in the middle, 1 on the outline, growing outwards.
    double reach(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        double u = (dx * cos + dy * sin) / length;
        double v = (dy * cos - dx * sin) / breadth - bend * (u * u - 0.5);
        double radius = power == 2
                ? Math.sqrt(u * u + v * v)
                : Math.pow(Math.pow(Math.abs(u), power) + Math.pow(Math.abs(v), power), 1 / power);
        return radius > FAR_OUT ? radius : radius / waveAt(Math.atan2(v, u));
    }

    /// The outline as a polygon of so many points, evenly spread by angle.
    Polygon outline(int points) {
        List<Point> outline = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            double radius = wave(angle) / Math.pow(Math.pow(Math.abs(c), power) + Math.pow(Math.abs(s), power), 1 / power);
            double u = radius * c;
            double v = radius * s + bend * (u * u - 0.5);
            outline.add(new Point(x + u * length * cos - v * breadth * sin, y + u * length * sin + v * breadth * cos));
        }
        return Polygon.of(outline);
    }

    private double waveAt(double angle) {
        double place = (angle / (2 * Math.PI) + 1) * ANGLES;
        int below = (int) place;
        double part = place - below;
        return waves[below % ANGLES] * (1 - part) + waves[(below + 1) % ANGLES] * part;
    }

    private double[] tabulate() {
        double[] table = new double[ANGLES];
        for (int i = 0; i < ANGLES; i++) {
            table[i] = wave(2 * Math.PI * i / ANGLES);
        }
        return table;
    }

    private double wave(double angle) {
        double wave = 1;
        for (int i = 0; i < WAVES; i++) {
            wave += amplitudes[i] * Math.cos((i + FIRST_WAVE) * angle + phases[i]);
        }
        return wave;
    }
}
