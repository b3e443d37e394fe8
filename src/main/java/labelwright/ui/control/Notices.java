package labelwright.ui.control;

import labelwright.ui.action.Action;

/// Short messages that go away by themselves and never stand in the way. FX thread only.
public interface Notices {
    void say(String text);

    /// With a button for what could be done next.
    void say(String text, Action next);
}
