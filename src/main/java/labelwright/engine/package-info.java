/// Everything that learns: the training engine (DJL on PyTorch), the object detector, its training loop, and its use on pictures.
///
/// May know geometry, learning, media and task, and is alone in knowing DJL. Nothing native is loaded before [labelwright.engine.Engine] is asked; if it cannot
/// start, that is a state with a reason and not a crash. Every native array has one owner that closes it, and each training step
/// and prediction works in a scratch manager of its own.
///
/// Decision: our own training loop and optimiser, because runs are cancelled within a batch, end in time, and go on from a checkpoint with
/// the optimiser's moments, which DJL cannot save. Decision: the network is written with DJL's operators over two flat arrays instead of
/// its Block classes, so that optimiser, moving average and checkpoint are a few operations on whole arrays. Decision: models are a JSON
/// description and a safetensors file, which cannot run code and which other tools read.
/// Rejected: EasyTrain.fit (no cancel, no resume); Conv2dTranspose (not there on this engine); bfloat16 (aborts the process); several
/// output scales (one grid of stride 8 and a larger input where objects are small learns as well and is simpler).
@NullMarked
package labelwright.engine;

import org.jspecify.annotations.NullMarked;
