package io.netloom.compile;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.layer.Weight;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;

/// The weights of a network by name, `<node>.<weight>` as in PyTorch's `state_dict`, in the order of the network.
public record Weights(SequencedMap<String, TensorData> tensors) {

    public Weights {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
    }

    /// Weights as they are before training. Each is drawn from a generator of its own, so that a change to one block
    /// leaves the others as they were.
    ///
    /// @param seed the same seed gives the same weights
    public static Weights initial(CheckedGraph network, long seed) {
        var tensors = new LinkedHashMap<String, TensorData>();
        for (CheckedNode node : network.order()) {
            for (Weight weight : node.weights()) {
                String name = name(node, weight);
                var data = TensorData.zeros(ElementType.FLOAT32, weight.shape());
                weight.initialiser().fill(data.floats(), weight.fanIn(), weight.fanOut(),
                        new SplittableRandom(seed * 31 + name.hashCode()));
                tensors.put(name, data);
            }
        }
        return new Weights(tensors);
    }

    /// These weights, but of some blocks another network's.
    ///
    /// @param others have those blocks, with weights of the same shapes
    public Weights taking(Weights others, List<CheckedNode> blocks) {
        var taken = new LinkedHashMap<>(tensors);
        for (CheckedNode node : blocks) {
            for (Weight weight : node.weights()) {
                taken.put(name(node, weight), others.tensors().get(name(node, weight)));
            }
        }
        return new Weights(taken);
    }

    /// Whether every entry is a finite number.
    public boolean areFinite() {
        return tensors.values().stream().allMatch(Weights::isFinite);
    }

    private static boolean isFinite(TensorData tensor) {
        FloatBuffer floats = tensor.floats();
        while (floats.hasRemaining()) {
            if (!Float.isFinite(floats.get())) {
                return false;
            }
        }
        return true;
    }

    /// What a weight of a node is called.
    static String name(CheckedNode node, Weight weight) {
        return node.node().name() + "." + weight.name();
    }

    /// Reads the weights out of an archive that a [Program] for `network` wrote.
    ///
    /// @throws BadInput if the file is no such archive
    public static Weights read(Path archive, CheckedGraph network) {
        var tensors = new LinkedHashMap<String, TensorData>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (CheckedNode node : network.order()) {
                for (Weight weight : node.weights()) {
                    ByteBuffer data = TorchArchive.readTensor(zip, tensors.size(), weight.elements() * Float.BYTES);
                    tensors.put(name(node, weight), new TensorData(ElementType.FLOAT32, weight.shape(), data));
                }
            }
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.foreign-weights",
                    "{0} cannot be read as the weights of this network ({1}). Train it again, or take another"
                            + " run.",
                    archive.toString(), String.valueOf(e.getMessage())), e);
        }
        return new Weights(tensors);
    }
}
