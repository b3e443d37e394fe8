package labelwright.engine;

import java.util.List;

/// Which mirror images of a picture are as good as the picture itself.
enum Flips {
    NONE, LEFT_RIGHT,
    /// Also up-down and quarter turns: pictures without an up and down, as under a microscope or from the air.
    ALL;

    /// Guesses from the boxes whether the pictures have an up and down. They have none if, for every label with at least 20
    /// objects, wide and tall boxes are alike (mean log of width over height within 0.15 of 0) and the centres are not
    /// drawn to the top or bottom more than to the sides (mean offset from the middle within 0.06 of the height, and no correlation of height and size above 0.25).
    ///
    /// @param heights picture heights in pixels, in the order of the samples
    static Flips guess(List<DetectionSample> samples, List<Integer> heights, int labels) {
        boolean enough = false;
        for (int label = 0; label < labels; label++) {
            double n = 0;
            double aspect = 0;
            double middle = 0;
            double size = 0;
            double middleSquared = 0;
            double sizeSquared = 0;
            double product = 0;
            for (int i = 0; i < samples.size(); i++) {
                for (LabelledBox box : samples.get(i).boxes()) {
                    if (box.label() != label) {
                        continue;
                    }
                    double y = (box.bounds().y() + box.bounds().height() / 2) / heights.get(i) - 0.5;
                    double s = Math.log(box.bounds().width() * box.bounds().height()) / 2;
                    n++;
                    aspect += Math.log(box.bounds().width() / box.bounds().height());
                    middle += y;
                    size += s;
                    middleSquared += y * y;
                    sizeSquared += s * s;
                    product += y * s;
                }
            }
            if (n < 20) {
                continue;
            }
            enough = true;
            double covariance = product / n - middle / n * (size / n);
            double spread = Math.sqrt(Math.max(0, middleSquared / n - middle / n * (middle / n))
                    * Math.max(0, sizeSquared / n - size / n * (size / n)));
            boolean leans = spread > 1e-9 && Math.abs(covariance / spread) > 0.25;
            if (Math.abs(aspect / n) > 0.15 || Math.abs(middle / n) > 0.06 || leans) {
                return LEFT_RIGHT;
            }
        }
        return enough ? ALL : LEFT_RIGHT;
    }
}
