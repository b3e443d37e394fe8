/// Models of texts: embeddings of sentences and tokens, classifiers, taggers of spans, their training and their use.
///
/// May know geometry, learning and task, and the engine package above it for what all training has in common (events, weights on disk). Plain strings and label names come in,
/// plain records go out; every offset is a code point of the text as it was handed in.
///
/// Decision: what learns here is written in plain Java over flat arrays and needs no PyTorch, since the networks are small: a linear layer, one hidden
/// layer, a chain of tags. It starts at once, gives the same numbers for the same seed, and cancels between two texts. Decision: the pretrained part is
/// frozen and runs in ONNX Runtime, one text at a time on one thread: quantised models scale their activations over all that is computed together, so in a batch
/// the vector of a text would depend on its neighbours. Several texts run side by side instead. Decision: models have no vocabulary; n-grams
/// are hashed. Decision: ONNX Runtime 1.23.2, because 1.29.0 reports to its maker over the network and crashes on long command lines.
/// Decision: spans that share letters are learned in layers of tags, up to three for a label whose spans lie within each other. Decision: how readily a tagger leaves a word outside is
/// chosen on the validation texts, since the most likely tags find too few spans; the choice lies in the saved transitions. Decision: learning gets at least half of the time budget, however
/// long reading took.
/// Rejected: LSTM layers (no better than a window over the frozen states, and slow without a graphics card); fine-tuning the pretrained
/// part (the quantised file has no gradients).
@NullMarked
package labelwright.engine.text;

import org.jspecify.annotations.NullMarked;
