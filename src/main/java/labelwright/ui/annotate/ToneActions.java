package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import javafx.beans.binding.Bindings;

import labelwright.canvas.raster.Histogram;
import labelwright.canvas.raster.PictureTone;
import labelwright.media.PixelImage;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// What can be done to how the values of the picture are shown. The picture itself never changes.
final class ToneActions {
    private static final Texts TEXTS = Texts.of(ToneActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);
    private static final double STEP = 0.05;
    private static final double GAMMA_STEP = 1.15;
    /// How much of the values may become plain black or white when the window is found from the picture.
    private static final double CUT = 0.002;

    private final Workplace workplace;
    private final ViewOptions options;
    private final ValueWindow window;
    private final List<Action> all = new ArrayList<>();
    private final List<Action> channels = new ArrayList<>();

    ToneActions(Workplace workplace, ViewOptions options, ValueWindow window) {
        this.workplace = workplace;
        this.window = window;
        this.options = options;
        add(Action.of(TEXTS, "annotate.tone").icon("mdi2b-brightness-6").shortcut("I").selected(options.toneShown()),
                () -> options.toneShown().set(!options.toneShown().get()));
        change(Action.of(TEXTS, "annotate.brighter").shortcut("Alt+Up"), tone -> tone.withBrightness(tone.brightness() + STEP));
        change(Action.of(TEXTS, "annotate.darker").shortcut("Alt+Down"), tone -> tone.withBrightness(tone.brightness() - STEP));
        change(Action.of(TEXTS, "annotate.moreContrast").shortcut("Alt+Right"), tone -> tone.withContrast(tone.contrast() + STEP));
        change(Action.of(TEXTS, "annotate.lessContrast").shortcut("Alt+Left"), tone -> tone.withContrast(tone.contrast() - STEP));
        change(Action.of(TEXTS, "annotate.moreGamma").shortcut("Alt+Page Up"), tone -> tone.withGamma(tone.gamma() * GAMMA_STEP));
        change(Action.of(TEXTS, "annotate.lessGamma").shortcut("Alt+Page Down"), tone -> tone.withGamma(tone.gamma() / GAMMA_STEP));
        change(Action.of(TEXTS, "annotate.nextChannel").icon("mdi2l-layers-triple-outline").shortcut("Alt+C"), ToneActions::nextChannel);
        channel(Action.of(TEXTS, "annotate.channelAll"), PictureTone.Channel.ALL);
        channel(Action.of(TEXTS, "annotate.channelRed"), PictureTone.Channel.RED);
        channel(Action.of(TEXTS, "annotate.channelGreen"), PictureTone.Channel.GREEN);
        channel(Action.of(TEXTS, "annotate.channelBlue"), PictureTone.Channel.BLUE);
        channel(Action.of(TEXTS, "annotate.channelAlpha"), PictureTone.Channel.ALPHA);
        add(Action.of(TEXTS, "annotate.invert").icon("mdi2i-invert-colors").shortcut("Alt+I").selected(Bindings.createBooleanBinding(
                () -> options.tone().get().polarity() == PictureTone.Polarity.INVERTED, options.tone())),
                () -> set(ToneActions::inverted));
        add(Action.of(TEXTS, "annotate.autoWindow").icon("mdi2a-auto-fix").shortcut("Alt+A"), this::autoWindow);
        add(Action.of(TEXTS, "annotate.keepTone").icon("mdi2p-pin-outline").selected(options.toneKept()),
                () -> options.toneKept().set(!options.toneKept().get()));
        add(Action.of(TEXTS, "annotate.resetTone").icon("mdi2r-restore").shortcut("Alt+0"), this::reset);
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    /// The choice of what is shown of the picture.
    List<Action> channels() {
        return List.copyOf(channels);
    }

    private void reset() {
        window.reset();
        options.tone().set(PictureTone.IDENTITY);
    }

    /// Samples have a window that they propose; of 256 values it is found from how often each occurs.
    private void autoWindow() {
        if (window.isDeep()) {
            window.reset();
        } else if (workplace.picture().get() instanceof PictureState.Ready(var _, PixelImage pixels)) {
            set(tone -> tone.withWindow(Histogram.of(pixels).window(tone.channel(), CUT)));
        }
    }

    private static PictureTone nextChannel(PictureTone tone) {
        List<PictureTone.Channel> order = List.of(PictureTone.Channel.values());
        return tone.withChannel(order.get((order.indexOf(tone.channel()) + 1) % order.size()));
    }

    private static PictureTone inverted(PictureTone tone) {
        return tone.withPolarity(
                tone.polarity() == PictureTone.Polarity.POSITIVE ? PictureTone.Polarity.INVERTED : PictureTone.Polarity.POSITIVE);
    }

    private void channel(Action.Builder builder, PictureTone.Channel channel) {
        Action action = builder.scope(HERE).group(TEXTS.get("group.tone"))
                .selected(Bindings.createBooleanBinding(() -> options.tone().get().channel() == channel, options.tone()))
                .does(() -> set(tone -> tone.withChannel(channel)));
        channels.add(action);
        all.add(action);
    }

    private void change(Action.Builder builder, UnaryOperator<PictureTone> change) {
        add(builder, () -> set(change));
    }

    private void set(UnaryOperator<PictureTone> change) {
        options.tone().set(change.apply(options.tone().get()));
    }

    private void add(Action.Builder builder, Runnable command) {
        all.add(builder.scope(HERE).group(TEXTS.get("group.tone")).does(command));
    }
}
