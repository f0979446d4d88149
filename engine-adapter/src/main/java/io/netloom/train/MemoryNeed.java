package io.netloom.train;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.data.BatchStream;
import io.netloom.layer.Weight;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;

/// The memory that a training takes, estimated from the check alone, in bytes. Numbers are `double`, because networks can be
/// drawn whose size no `long` holds.
final class MemoryNeed {
    private final Prepared prepared;
    private final TrainingPlan plan;
    private final CheckedGraph network;

    MemoryNeed(Prepared prepared, TrainingPlan plan) {
        this.prepared = prepared;
        this.plan = plan;
        this.network = prepared.objective().network();
    }

    /// Weights, and what the optimiser keeps.
    double state() {
        double weights = network.order().stream().flatMap(block -> block.weights().stream())
                .mapToDouble(Weight::elements).sum();
        return (weights + (double) plan.learning().keptForEach() * network.parameters()) * Float.BYTES;
    }

    /// What comes and goes on the device: gradients, and the activations of a batch. Forward all are kept, because the way back
    /// needs them, and backward those of one block at a time; or those of a batch that is judged, block by block.
    double working(int batch) {
        double taken = prepared.data().inputs().stream()
                .mapToDouble(
                        input -> input.shape().bytes() + 2.0 * input.shape().elements() * ElementType.FLOAT32.bytes())
                .sum();
        double largest = network.order().stream().mapToDouble(MemoryNeed::around).max().orElse(0);
        double learnt = (double) network.parameters() * Float.BYTES
                + batch * (taken + network.activationBytes() + largest);
        int judged = Math.min(Measurement.batchSize(network), prepared.split().validation().length);
        return Math.max(learnt, judged * (taken + largest));
    }

    private static double around(CheckedNode block) {
        return block.inputs().stream().mapToDouble(Shape::bytes).sum() + block.activationBytes();
    }

    /// What lies on Java's side: the last good state and the next, the best weights, batches that wait for their turn, and
    /// pictures that are kept.
    double inJava(int batch) {
        int perCall = prepared.data().inMemory() ? Effort.of(network, batch).stepsPerCall() : 1;
        int rows = (int) Math.min((long) batch * perCall, prepared.split().train().length);
        return 2 * state() + (double) network.parameters() * Float.BYTES + prepared.data().cacheBytes()
                + BatchStream.bytes(prepared.data(), rows);
    }
}
