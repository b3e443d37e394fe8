package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.testfx.api.FxRobot;

import labelwright.launch.Composition;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.ui.action.Action;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.Place;
import labelwright.ui.shell.WorkspaceModel;

/// Drives the real app, put together as it is for people, in a headless window: finds controls by node id, clicks and types like a person, and
/// waits for conditions, never for time. The questions for files and folders are answered by the test ([#answerWith]).
public final class AppDriver implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("project.basedir", "")).resolve("target").resolve("screenshots");
    /// The headless screen is 1000 x 1000.
    private static final double SIDE = 1000;
    private static final double HEIGHT = 800;
    private static final long MOST_SECONDS = 120;
    private static final int STILL_FRAMES = 8;
    private static final int MOST_FRAMES = 60;

    private final FxRobot robot = new FxRobot();
    private final Deque<Path> answers = new ArrayDeque<>();
    private final SettingsFile settings;
    private final Composition app;
    private final Stage stage;
    /// The app sets the language of the whole process; the next test gets back what was there.
    private final Locale before = Locale.getDefault();

    private AppDriver(SettingsFile settings) {
        this.settings = settings;
        stage = Fx.get(Stage::new);
        app = Fx.get(() -> {
            Composition composition = new Composition(stage, settings, new Answers());
            composition.show();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(SIDE);
            stage.setHeight(HEIGHT);
            return composition;
        });
        Fx.pulse();
    }

    /// Starts the app with the settings of the file; English and light when there is none yet.
    public static AppDriver start(Path settingsFile) {
        Fx.start();
        SettingsFile file = new SettingsFile(settingsFile);
        if (!Files.exists(settingsFile)) {
            write(file,
                    Settings.defaults().withTheme(Theme.LIGHT).withLanguage(labelwright.settings.Language.ENGLISH).withAnnotator("ada"));
        }
        return new AppDriver(file);
    }

    public static void write(SettingsFile file, Settings settings) {
        try {
            file.write(settings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Settings settings() {
        return settings.read();
    }

    public WorkspaceModel model() {
        return app.model();
    }

    /// What can be done now, on all screens together.
    public List<Action> actions() {
        return Fx.get(() -> app.actions().all());
    }

    /// The ids of the screens on the rail.
    public List<String> screens() {
        return actions().stream().map(Action::id).filter(id -> id.startsWith("go.")).map(id -> id.substring("go.".length())).toList();
    }

    public void goTo(Place place) {
        Fx.run(() -> app.navigator().go(place));
        Fx.pulse();
    }

    public Stage stage() {
        return stage;
    }

    /// The next questions for a file or folder get these answers, in this order.
    public void answerWith(Path... paths) {
        answers.addAll(List.of(paths));
    }

    /// Opens the workspace and waits until a project is shown.
    public void open(Path workspace) {
        Fx.run(() -> app.model().open(workspace));
        await("a project of " + workspace, () -> app.model().project().get() != null);
    }

    /// The visible node of this id in any window.
    public Optional<Node> find(String id) {
        return Fx.get(() -> nodes().stream().filter(node -> id.equals(node.getId()) && isVisible(node)).findFirst());
    }

    /// Waits until the node is there.
    public Node node(String id) {
        await("a node called " + id, () -> isShown(id));
        return find(id).orElseThrow();
    }

    public boolean isShown(String id) {
        return find(id).isPresent();
    }

    /// The words that the node shows: a label's, a button's, a field's.
    public String text(String id) {
        Node node = node(id);
        return Fx.get(() -> switch (node) {
            case TextInputControl field -> field.getText();
            case Labeled label -> label.getText();
            default -> throw new AssertionError(id + " shows no words");
        });
    }

    /// Whether the node is there and shows these words; for conditions, as it does not wait.
    public boolean isText(String id, String words) {
        return find(id).filter(node -> node instanceof Labeled label && words.equals(label.getText())).isPresent();
    }

    /// Waits until the node is there and can be used, then clicks in its middle.
    public void click(String id) {
        Node node = node(id);
        await(id + " to be enabled", () -> !node.isDisabled());
        robot.clickOn(middle(node));
        Fx.pulse();
    }

    /// Clicks in the middle of a node that [#within] found.
    public void click(Node node) {
        robot.clickOn(middle(node));
        Fx.pulse();
    }

    /// Waits for a node without an id, by the CSS selector that finds it within another.
    public Node within(String id, String selector) {
        await(selector + " in " + id, () -> shows(id, selector));
        Node around = node(id);
        return Fx.get(() -> around.lookup(selector));
    }

    /// Whether the node has one within it that a CSS selector finds.
    public boolean shows(String id, String selector) {
        return find(id).filter(node -> Fx.get(() -> node.lookup(selector) != null)).isPresent();
    }

    public void doubleClick(String id, double x, double y) {
        robot.doubleClickOn(onScreen(node(id), x, y));
        Fx.pulse();
    }

    public void click(String id, double x, double y) {
        robot.clickOn(onScreen(node(id), x, y));
        Fx.pulse();
    }

    /// Drags with the left button, in the node's own coordinates.
    public void drag(String id, Point2D from, Point2D to) {
        Node node = node(id);
        robot.moveTo(onScreen(node, from.getX(), from.getY()));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(onScreen(node, (from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2));
        robot.moveTo(onScreen(node, to.getX(), to.getY()));
        robot.release(MouseButton.PRIMARY);
        Fx.pulse();
    }

    public void moveTo(String id) {
        robot.moveTo(middle(node(id)));
        Fx.pulse();
    }

    /// Puts the text in the place of what the field holds.
    public void type(String id, String text) {
        click(id);
        Node field = node(id);
        Fx.run(() -> {
            if (field instanceof TextInputControl control) {
                control.clear();
            }
        });
        write(text);
    }

    /// Types into whatever has the focus.
    public void write(String text) {
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            Fx.run(() -> fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, character, List.of()));
        });
        Fx.pulse();
    }

    /// Presses the keys together and lets them go.
    public void press(KeyCode... keys) {
        List<KeyCode> held = List.of(keys).subList(0, keys.length - 1);
        KeyCode key = keys[keys.length - 1];
        // A key may open a dialog and wait for it, so that the call that presses it does not come back until it is closed.
        Platform.runLater(() -> fire(KeyEvent.KEY_PRESSED, key, "", held));
        Fx.pulse();
        Fx.run(() -> fire(KeyEvent.KEY_RELEASED, key, "", held));
        Fx.pulse();
    }

    /// Sends a key where the keyboard would: to what has the focus in the window that was opened last. The robots of the headless toolkit
    /// send keys to the main window only.
    private static void fire(EventType<KeyEvent> type, KeyCode key, String character, List<KeyCode> held) {
        Window window = List.copyOf(Window.getWindows()).stream().filter(Stage.class::isInstance).filter(Window::isShowing)
                .reduce((_, last) -> last).orElseThrow();
        Node focused = window.getScene().getFocusOwner();
        Event.fireEvent(focused == null ? window.getScene().getRoot() : focused,
                new KeyEvent(type, character, "", key, held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL),
                        held.contains(KeyCode.ALT),
                        held.contains(KeyCode.META)));
    }

    /// The condition is asked on the test's own thread, so it may use this driver.
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                screenshot("failed-" + what.replaceAll("\\W+", "-"));
                throw new AssertionError("Waited in vain for: " + what);
            }
            Fx.pulse();
        }
    }

    /// Waits until no job waits or runs.
    public void awaitJobs() {
        await("the jobs to end", app::isIdle);
    }

    /// Runs on the FX thread.
    public void onFx(Fx.Work work) {
        Fx.run(work);
    }

    /// Ids of ours that more than one visible node has; the toolkit calls the inside of every list the same.
    public List<String> idsThereTwice() {
        return Fx.get(() -> {
            Map<String, Integer> counts = new HashMap<>();
            for (Node node : nodes()) {
                boolean ours = node.getId() != null && node.getId().contains("-") && !node.getId().equals("virtual-flow")
                        && isVisible(node);
                if (ours) {
                    counts.merge(node.getId(), 1, Integer::sum);
                }
            }
            return counts.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).sorted().toList();
        });
    }

    /// Leaves the window as `target/screenshots/NAME.png`, as soon as nothing moves any more; what lies over it in windows of their own is
    /// drawn into it.
    public void screenshot(String name) {
        PixelImage picture = Fx.get(this::draw);
        int still = 0;
        for (int i = 0; i < MOST_FRAMES && still < STILL_FRAMES; i++) {
            Fx.pulse();
            PixelImage next = Fx.get(this::draw);
            still = Arrays.equals(picture.argb(), next.argb()) ? still + 1 : 0;
            picture = next;
        }
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageEncoder.writePng(picture, SCREENSHOTS.resolve(name + ".png"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Fx.run(() -> {
            List.copyOf(Window.getWindows()).stream().filter(window -> window != stage).forEach(Window::hide);
            app.close();
            stage.hide();
            Locale.setDefault(before);
        });
    }

    private PixelImage draw() {
        int width = (int) stage.getWidth();
        int height = (int) stage.getHeight();
        int[] pixels = new int[width * height];
        for (Window window : Window.getWindows()) {
            if (window.getScene() != null && window.isShowing()) {
                WritableImage image = window.getScene().getRoot().snapshot(new SnapshotParameters(), null);
                int left = (int) (window.getX() + window.getScene().getX() - stage.getX());
                int top = (int) (window.getY() + window.getScene().getY() - stage.getY());
                int columns = (int) image.getWidth();
                int rows = (int) image.getHeight();
                int[] drawn = new int[columns * rows];
                image.getPixelReader().getPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), drawn, 0, columns);
                for (int y = 0; y < rows; y++) {
                    for (int x = 0; x < columns; x++) {
                        int toX = x + left;
                        int toY = y + top;
                        int argb = drawn[y * columns + x];
                        if (toX >= 0 && toX < width && toY >= 0 && toY < height && argb >>> 24 > 127) {
                            pixels[toY * width + toX] = argb | 0xFF000000;
                        }
                    }
                }
            }
        }
        return new PixelImage(width, height, pixels);
    }

    private static List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        for (Window window : List.copyOf(Window.getWindows()).reversed()) {
            if (window.getScene() != null && window.isShowing()) {
                collect(window.getScene().getRoot(), all);
            }
        }
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Point2D middle(Node node) {
        return settled(node, () -> {
            Bounds bounds = node.getBoundsInLocal();
            return node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private static Point2D onScreen(Node node, double x, double y) {
        return settled(node, () -> node.localToScreen(x, y));
    }

    /// The point once a layout has left it where it was: what has just become visible lies in the corner until it is laid out, and a click
    /// there would hit something else.
    private static Point2D settled(Node node, Supplier<Point2D> place) {
        AtomicReference<Point2D> last = new AtomicReference<>();
        Fx.await(node + " to stay where it is", () -> {
            Point2D now = place.get();
            return now != null && now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    /// Answers in the place of the desktop's dialogs.
    private final class Answers implements FileChoosers {
        @Override
        public Optional<Path> chooseFolder(String title, Path start) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> chooseFile(String title, Path start, List<String> extensions) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> chooseNewFile(String title, Path start) {
            return Optional.ofNullable(answers.poll());
        }
    }
}
