package labelwright.canvas;

import labelwright.canvas.tool.ProposalGesture;
import labelwright.canvas.tool.ToolKey;
import labelwright.canvas.tool.ToolStation;

/// What a screen can do about the gesture that is going on. JavaFX thread only.
public final class GestureControl {
    private final ToolStation station;
    private final Runnable moved;

    GestureControl(ToolStation station, Runnable moved) {
        this.station = station;
        this.moved = moved;
    }

    public boolean isGoingOn() {
        return station.isBusy();
    }

    /// Takes back the last point of what is being drawn.
    public void takeBack() {
        station.key(ToolKey.BACKSPACE);
        moved.run();
    }

    /// The person turns to something else: an outline of enough points is kept, the rest goes.
    public void leave() {
        station.leave();
        moved.run();
    }

    /// Shows how annotations would become until that is [taken][#takeProposal], cancelled, or something else is proposed.
    public void propose(ProposalGesture proposal) {
        station.propose(proposal);
        moved.run();
    }

    /// Makes the proposed change, if one is shown.
    public void takeProposal() {
        station.key(ToolKey.ENTER);
        moved.run();
    }

    /// Ends what is going on without a trace.
    public void cancel() {
        station.cancel();
        moved.run();
    }
}
