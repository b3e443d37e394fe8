/// The image surface: a picture with its annotations and suggestions, looked at and edited with pointer and keys.
///
/// [PictureCanvas] is the node. It knows no screen around it: what it shows is handed in, what a person does comes out as
/// [labelwright.edit.EditRequest]. Below it lie `raster` (drawing without a toolkit) and `tool` (tools and gestures without a
/// toolkit); this package joins them to JavaFX. Knows geometry, model, edit and decoded pictures.
///
/// Layers: picture, annotations and suggestions are one image that [FrameView] brings up to date once per pulse, damaged parts only.
/// What moves during a gesture (preview, handles, cross-hair) are a few JavaFX nodes above it in [InteractionLayer], so a drag never
/// redraws the annotations.
///
/// Decision: what a first stroke would have to load and link is loaded in the background when the brush is chosen ([BrushRehearsal]).
/// Decision: the canvas holds no document. [CanvasContent] is what was handed in last; the truth is the edit history of the session.
@NullMarked
package labelwright.canvas;

import org.jspecify.annotations.NullMarked;
