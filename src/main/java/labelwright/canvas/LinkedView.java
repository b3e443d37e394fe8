package labelwright.canvas;

import java.util.List;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.PictureTone;
import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.media.Picture;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelSchema;

/// A picture to look at beside a [PictureCanvas], with the same zoom around the same point and the same cursor. Zooming and panning here moves
/// the canvas, and with it all views of it. Nothing can be changed. JavaFX thread only.
public final class LinkedView extends Region {
    private final PictureCanvas leader;
    private final CanvasContent content;
    private final FrameView frame;
    private final InteractionLayer marks = new InteractionLayer();
    private final Label caption = new Label();
    private final PictureShow show;
    private final ChangeListener<Object> follow = (_, _, _) -> follow();
    private final ChangeListener<PictureCanvas.Probe> point = (_, _, probe) -> point(probe);
    private Viewport view = Viewport.IDENTITY;
    private double lastX;
    private double lastY;

    public LinkedView(PictureCanvas leader) {
        this.leader = leader;
        content = new CanvasContent(() -> {
            throw new IllegalStateException("Nothing is drawn here");
        }, new CanvasWork(Runnable::run, () -> {}));
        frame = new FrameView(content);
        show = leader.show().in(frame);
        getStyleClass().addAll("picture-canvas", "linked-view");
        setMinSize(0, 0);
        caption.getStyleClass().add("canvas-size");
        caption.setManaged(false);
        caption.setMouseTransparent(true);
        getChildren().addAll(frame, marks, caption);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leader.hoverEnded());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        leader.viewportProperty().addListener(follow);
        leader.probeProperty().addListener(point);
    }

    @Override
    public String getUserAgentStylesheet() {
        return leader.getUserAgentStylesheet();
    }

    /// Ends the link; the view shows no more changes.
    public void unlink() {
        leader.viewportProperty().removeListener(follow);
        leader.probeProperty().removeListener(point);
        leader.show().frame().removeTwin(frame);
    }

    /// What is seen here, in a few words.
    public void setCaption(String words) {
        caption.setText(words);
        requestLayout();
    }

    /// Another picture than that of the canvas.
    public void showPicture(Picture picture) {
        leader.show().frame().removeTwin(frame);
        content.picture(new Bounds(0, 0, picture.width(), picture.height()));
        show.show(picture);
        follow();
    }

    /// The picture of the canvas, now and whenever it changes.
    public void mirror() {
        show.clear();
        leader.show().frame().addTwin(frame);
        follow();
    }

    /// An empty sheet while there is no picture.
    public void showNothing() {
        leader.show().frame().removeTwin(frame);
        show.clear();
        content.picture(new Bounds(0, 0, 0, 0));
        frame.changed(content.show(content.set().withAnnotations(List.of()), content.schema()));
        frame.blank(new Bounds(0, 0, 0, 0));
    }

    public void showAnnotations(AnnotationSet set, LabelSchema schema) {
        frame.changed(content.show(set, schema));
        frame.restyled();
    }

    public void setTone(PictureTone tone) {
        frame.tone(tone);
    }

    @Override
    protected void layoutChildren() {
        double density = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        marks.resize(getWidth(), getHeight());
        frame.resizeTo(getWidth(), getHeight(), density);
        caption.autosize();
        caption.relocate(6, 6);
        follow();
    }

    private void follow() {
        Viewport leading = leader.getViewport();
        Point middle = leading.toPicture(leader.getWidth() / 2, leader.getHeight() / 2);
        view = new Viewport(leading.scale(), 0, 0).centredOn(middle, getWidth(), getHeight());
        frame.view(view);
        marks.view(view);
        point(leader.probeProperty().get());
    }

    private void point(PictureCanvas.@Nullable Probe probe) {
        marks.crosshair(probe == null ? null : view.toScreen(new Point(probe.x() + 0.5, probe.y() + 0.5)));
    }

    private void pressed(MouseEvent event) {
        leader.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.NONE) {
            leader.panBy(event.getX() - lastX, event.getY() - lastY);
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void hover(double x, double y) {
        Point at = onLeader(x, y);
        leader.hovered(at.x(), at.y());
        leader.pointFromBeside(at);
    }

    private void scrolled(ScrollEvent event) {
        Point at = onLeader(event.getX(), event.getY());
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            leader.panBy(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX(), 0);
        } else {
            leader.zoomAt(at.x(), at.y(), CanvasInput.zoomFactor(event.getDeltaY()));
        }
        event.consume();
    }

    /// The same place of the picture on the canvas that leads.
    private Point onLeader(double x, double y) {
        return leader.getViewport().toScreen(view.toPicture(x, y));
    }
}
