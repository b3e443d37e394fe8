package labelwright.engine;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import labelwright.engine.DetectorNetwork.Dropping;
import labelwright.engine.PictureSampler.Window;

/// Runs a network with given weights over pictures and gives boxes in the pixels of each picture's original.
///
/// With [Flips] other than NONE each picture is also looked at as its mirror images (four in all for ALL), and the probabilities
/// and boxes of the same place are averaged before boxes are chosen.
final class NetworkRunner {

    private final DetectorNetwork network;
    private final Weights weights;
    private final InputGrid grid;
    private final Flips flips;
    private final BoxDecoder decoder;
    private final PictureSampler sampler;

    NetworkRunner(DetectorNetwork network, Weights weights, InputGrid grid, Flips flips, BoxDecoder decoder) {
        this.network = network;
        this.weights = weights;
        this.grid = grid;
        this.flips = flips;
        this.decoder = decoder;
        this.sampler = new PictureSampler(grid);
    }

    /// @return for each picture its detections, by falling score
    List<List<Detection>> detect(List<RgbPicture> pictures) {
        List<Placement> placements = pictures.stream().map(p -> Placement.fit(p.width(), p.height(), grid)).toList();
        try (NDManager scratch = weights.learned().getManager().newSubManager()) {
            NDArray x = input(scratch, pictures, placements);
            DenseAnswers answers = answers(x);
            List<List<Detection>> results = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                results.add(toOriginal(answers.boxes(i, decoder), pictures.get(i), placements.get(i)));
            }
            return results;
        }
    }

    /// Several random dropout passes over one picture; the trunk runs once and nothing of the network changes.
    List<List<Detection>> dropoutPasses(RgbPicture picture, int passes) {
        Placement placement = Placement.fit(picture.width(), picture.height(), grid);
        try (NDManager scratch = weights.learned().getManager().newSubManager()) {
            NDArray features = network.features(weights, input(scratch, List.of(picture), List.of(placement)), Mode.INFERENCE);
            NDArray copies = features.repeat(0, passes);
            NDList heads = network.heads(weights, copies, Mode.INFERENCE, Dropping.ON);
            DenseAnswers answers = DenseAnswers.of(heads, grid, network.labels());
            List<List<Detection>> results = new ArrayList<>();
            for (int i = 0; i < passes; i++) {
                results.add(toOriginal(answers.boxes(i, decoder), picture, placement));
            }
            return results;
        }
    }

    /// The features in front of the heads, averaged over the picture: one vector that says what kind of picture it is.
    float[] features(RgbPicture picture) {
        Placement placement = Placement.fit(picture.width(), picture.height(), grid);
        try (NDManager scratch = weights.learned().getManager().newSubManager()) {
            NDArray features = network.features(weights, input(scratch, List.of(picture), List.of(placement)), Mode.INFERENCE);
            return features.mean(new int[] {3}).mean(new int[] {2}).flatten().toFloatArray();
        }
    }

    float[] statistics() {
        return weights.statistics().toFloatArray();
    }

    /// One run of the network over the pictures and all their mirror images, then the mean.
    private DenseAnswers answers(NDArray x) {
        NDArray looks = switch (flips) {
            case NONE -> x;
            case LEFT_RIGHT -> NDArrays.concat(new NDList(x, x.flip(3)));
            case ALL -> NDArrays.concat(new NDList(x, x.flip(3), x.flip(2), x.flip(2, 3)));
        };
        NDArray features = network.features(weights, looks, Mode.INFERENCE);
        DenseAnswers all = DenseAnswers.of(network.heads(weights, features, Mode.INFERENCE, Dropping.OFF), grid, network.labels());
        int pictures = (int) x.getShape().get(0);
        DenseAnswers sum = all.part(0, pictures);
        if (flips != Flips.NONE) {
            sum.add(all.part(pictures, pictures).mirrored(true, false));
        }
        if (flips == Flips.ALL) {
            sum.add(all.part(pictures * 2, pictures).mirrored(false, true));
            sum.add(all.part(pictures * 3, pictures).mirrored(true, true));
        }
        sum.divide(switch (flips) {
            case NONE -> 1;
            case LEFT_RIGHT -> 2;
            case ALL -> 4;
        });
        return sum;
    }

    private NDArray input(NDManager manager, List<RgbPicture> pictures, List<Placement> placements) {
        float[] values = new float[pictures.size() * grid.floats()];
        for (int i = 0; i < pictures.size(); i++) {
            sampler.draw(pictures.get(i), placements.get(i), Tint.NONE, Window.all(grid), values, i * grid.floats());
        }
        return manager.create(values, new Shape(pictures.size(), grid.height(), grid.width(), 3)).transpose(0, 3, 1, 2);
    }

    private static List<Detection> toOriginal(List<Detection> found, RgbPicture picture, Placement placement) {
        return found.stream().map(d -> new Detection(d.label(), d.score(), picture.toOriginal(placement.toPicture(d.bounds())),
                d.labelProbabilities())).toList();
    }
}
