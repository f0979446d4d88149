package io.netloom.compile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;

/// A network compiled to TorchScript: one class with its tensors. Written as an archive it opens in libtorch.
///
/// `forward(x…)` gives logits from scaled inputs, `predict(raw…)` probabilities or numbers from raw ones. A training
/// program has besides: `step(raw…, y…, lr, seed)`, which learns from a batch and returns its loss;
/// `evaluate(raw…, y…)`; both add to sums from which metrics are made and which `take_sums()` gives out and clears, one
/// tensor a head, `sums()` gives them out and keeps them; `take_norm()` gives the norm of all gradients together, before they were
/// bounded, at the first step that moved the weights since it was last called, or -1; `state()` gives every tensor that training changes, in the order of [#stateNames], and
/// `restore(tensors)` takes them back. Where gradients are accumulated, a step with a learning rate of 0 only adds its own, and any
/// other moves the weights along the mean of those since the last. A program for examination has `watched_step(raw…, y…, lr, seed)`, which learns as
/// `step` does and gives, besides the loss, the size of the largest entry of each learnt weight's gradient.
public final class Program {
    private final String source;
    private final List<Attribute> attributes;
    private final List<String> weightNames;
    private final List<Attribute.Tensor> state;
    private final SequencedMap<String, Integer> published;

    /// @param published for each weight, the place in `state` of what is kept of it
    Program(String source, List<Attribute> attributes, List<String> weightNames, List<Attribute.Tensor> state,
            SequencedMap<String, Integer> published) {
        this.source = source;
        this.attributes = List.copyOf(attributes);
        this.weightNames = List.copyOf(weightNames);
        this.state = List.copyOf(state);
        this.published = published;
    }

    /// The TorchScript class.
    public String source() {
        return source;
    }

    /// What `state()` gives, in its order: first the weights, by their names in [Weights], then the optimiser's.
    public List<String> stateNames() {
        var names = new ArrayList<>(weightNames);
        state.subList(weightNames.size(), state.size()).forEach(t -> names.add(t.name()));
        return names;
    }

    /// The tensors of `state()` before the first step.
    public List<TensorData> initialState() {
        return state.stream().map(Attribute.Tensor::initial).toList();
    }

    /// Picks the weights out of what `state()` gave; their averages, where those are kept.
    public Weights weights(List<TensorData> values) {
        var tensors = new LinkedHashMap<String, TensorData>();
        published.forEach((name, place) -> tensors.put(name, values.get(place)));
        return new Weights(tensors);
    }

    /// The tensors of `state()` as they are before the first step, but with these weights, and averages where they are kept.
    public List<TensorData> state(Weights weights) {
        var values = new ArrayList<>(initialState());
        for (int i = 0; i < weightNames.size(); i++) {
            values.set(i, weights.tensors().get(weightNames.get(i)));
        }
        published.forEach((name, place) -> values.set(place, weights.tensors().get(name)));
        return values;
    }

    /// The program as an archive that libtorch loads.
    public ByteBuffer archive() {
        return archive(Collections.emptySortedMap());
    }

    /// The same with files of one's own, which `torch.jit.load` gives as `_extra_files`.
    ///
    /// @param extras their content by name
    public ByteBuffer archive(SortedMap<String, byte[]> extras) {
        return TorchArchive.write(source, attributes, extras);
    }
}
