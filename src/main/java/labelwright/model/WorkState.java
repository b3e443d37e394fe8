package labelwright.model;

import java.util.Set;

/// How far one author's answer to one item is. The code is stored and never changes.
public enum WorkState {
    NEW(0), DRAFT(1), SUBMITTED(2), ACCEPTED(3), REJECTED(4);

    private final int code;

    WorkState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// The states that a person may move to from this one. Undo may also go back the way it came.
    public Set<WorkState> moves() {
        return switch (this) {
            case NEW -> Set.of(DRAFT, SUBMITTED);
            case DRAFT -> Set.of(SUBMITTED);
            case SUBMITTED -> Set.of(DRAFT, ACCEPTED, REJECTED);
            case ACCEPTED -> Set.of(DRAFT, REJECTED);
            case REJECTED -> Set.of(DRAFT, SUBMITTED, ACCEPTED);
        };
    }

    public boolean canMoveTo(WorkState next) {
        return moves().contains(next);
    }

    /// Whether the author has said that the answer is complete: such items train models and are exported as labelled.
    public boolean isComplete() {
        return switch (this) {
            case SUBMITTED, ACCEPTED -> true;
            case NEW, DRAFT, REJECTED -> false;
        };
    }

    /// @throws IllegalArgumentException for a code that no state has
    public static WorkState ofCode(int code) {
        for (WorkState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("No work state has the code " + code);
    }
}
