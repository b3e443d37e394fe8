package labelwright.exchange.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.Skeletons;
import labelwright.model.SkeletonTemplate;

/// What a `data.yaml` says about skeletons.
///
/// @param points how many there are
/// @param values numbers for each point: 2, or 3 with its visibility
record YoloPose(int points, int values, SkeletonTemplate template) {

    /// From `kpt_shape`, `flip_idx` and `kpt_names`; empty when there is no `kpt_shape` that can be.
    static Optional<YoloPose> of(JsonNode yaml) {
        JsonNode shape = yaml.path("kpt_shape");
        int points = shape.path(0).asInt();
        int values = shape.path(1).asInt();
        if (shape.size() != 2 || points < 1 || points > 1000 || (values != 2 && values != 3)) {
            return Optional.empty();
        }
        int[] mirror = new int[yaml.path("flip_idx").size()];
        for (int i = 0; i < mirror.length; i++) {
            mirror[i] = yaml.path("flip_idx").get(i).asInt(-1);
        }
        return Optional.of(new YoloPose(points, values, template(yaml.path("kpt_names"), points, mirror)));
    }

    private static SkeletonTemplate template(JsonNode byClass, int points, int[] mirror) {
        JsonNode first = byClass.isObject() && byClass.size() > 0 ? byClass.elements().next() : byClass;
        List<String> names = new ArrayList<>();
        first.forEach(name -> names.add(name.asText("")));
        return names.size() == points ? Skeletons.of(names, List.of(), mirror) : Skeletons.numbered(points, mirror);
    }
}
