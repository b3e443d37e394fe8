package labelwright.ui.train;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.workbench.MainScore;

/// A run in the list. The same object for as long as the run is listed, so that a selection holds while values change. FX thread only.
final class RunRow {
    private static final List<String> ITEMS = List.of("pictures", "texts");

    private final RunId id;
    private final ObjectProperty<Run> run;
    private final ObjectProperty<LiveState> live = new SimpleObjectProperty<>(this, "live", LiveState.OVER);

    RunRow(Run run) {
        id = run.id();
        this.run = new SimpleObjectProperty<>(this, "run", run);
    }

    RunId id() {
        return id;
    }

    /// As it is stored.
    ObjectProperty<Run> run() {
        return run;
    }

    /// How far it is while it waits or trains; [LiveState#OVER] at other times.
    ObjectProperty<LiveState> live() {
        return live;
    }

    boolean isLive() {
        return live.get().phase() != LiveState.Phase.ENDED;
    }

    int epochs() {
        return isLive() && live.get().epoch() > 0 ? live.get().epoch() : run.get().progress().epochs();
    }

    /// Best score on the validation split, see [MainScore], NaN when there is none.
    double score() {
        double stored = MainScore.of(run.get().metrics()).in(run.get().metrics());
        return isLive() && !Double.isNaN(live.get().best()) ? live.get().best() : stored;
    }

    /// From its start to its end, or to now while it runs, in seconds; 0 before it started.
    double seconds(Instant now) {
        Instant started = run.get().progress().started();
        if (started == null) {
            return 0;
        }
        Instant ended = run.get().progress().ended();
        return Duration.between(started, ended == null || isLive() ? now : ended).toMillis() / 1000.0;
    }

    /// How many items it learnt from and was validated on, as "70 + 15"; empty before it started.
    String pictures() {
        String train = fact(".train");
        String validation = fact(".val");
        return validation.isEmpty() || validation.equals("0") ? train : train + " + " + validation;
    }

    private String fact(String name) {
        return ITEMS.stream().map(items -> run.get().environment().getOrDefault(items + name, "")).filter(fact -> !fact.isEmpty())
                .findFirst().orElse("");
    }
}
