package labelwright.exchange.labelmexml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which objects belong together, going by what they say of their parts and wholes.
final class PartGroups {
    private final Map<String, Set<String>> others = new LinkedHashMap<>();

    /// @param linked its parts and the object that it is a part of
    void add(String id, List<String> linked) {
        others.computeIfAbsent(id, _ -> new HashSet<>()).addAll(linked);
    }

    /// The group of every object that belongs with another one, counted from 1 in the order of the objects.
    Map<String, Integer> numbers() {
        Map<String, Set<String>> both = new HashMap<>();
        others.forEach((id, linked) -> linked.stream().filter(other -> !other.equals(id) && others.containsKey(other)).forEach(other -> {
            both.computeIfAbsent(id, _ -> new HashSet<>()).add(other);
            both.computeIfAbsent(other, _ -> new HashSet<>()).add(id);
        }));
        Map<String, Integer> numbers = new HashMap<>();
        int group = 0;
        for (String id : others.keySet()) {
            if (both.containsKey(id) && !numbers.containsKey(id)) {
                group++;
                List<String> waiting = new ArrayList<>(List.of(id));
                while (!waiting.isEmpty()) {
                    String next = waiting.removeLast();
                    if (numbers.putIfAbsent(next, group) == null) {
                        waiting.addAll(both.getOrDefault(next, Set.of()));
                    }
                }
            }
        }
        return numbers;
    }
}
