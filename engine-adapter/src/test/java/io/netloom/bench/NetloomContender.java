package io.netloom.bench;

import io.netloom.compile.Compiler;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Program;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.compile.Weights;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Netloom as it trains from memory: one native call a step, or one for several where steps are short, as the trainer has
/// it. Scaling and the sums for accuracy, which the others do without, are part of it.
final class NetloomContender implements Contender {
    private final BenchData data;
    private static final double RATE = 1e-3;
    private final Session session;
    private final int together;
    private final double[] rates;
    private final TensorData input;
    private final TensorData target;

    NetloomContender(BenchNetwork network, BenchData data) {
        this.data = data;
        Program program = Compiler.training(objective(network), Weights.initial(network.netloom(), 1),
                Optimiser.Adam.usual());
        this.session = Session.open(program, ComputeDevice.parse("cpu"));
        this.together = network.together();
        this.rates = new double[together];
        Arrays.fill(rates, RATE);
        this.input = stacked(IntStream.range(0, together).mapToObj(data::input).toList());
        this.target = stacked(IntStream.range(0, together).mapToObj(data::target).toList());
    }

    /// Batches one behind the other, in memory that the engine reads without a copy.
    private static TensorData stacked(List<TensorData> batches) {
        var axes = new ArrayList<>(batches.getFirst().shape());
        axes.set(0, axes.getFirst() * batches.size());
        var data = ByteBuffer.allocateDirect(batches.getFirst().data().remaining() * batches.size());
        batches.forEach(batch -> data.put(batch.data()));
        return new TensorData(batches.getFirst().type(), axes, data.flip());
    }

    private static Objective objective(BenchNetwork network) {
        long[] input = network.input().stream().mapToLong(Long::longValue).toArray();
        float[] mean = new float[(int) input[0]];
        float[] deviation = mean.clone();
        Arrays.fill(deviation, 1);
        List<String> classes = IntStream.range(0, network.classes()).mapToObj(i -> "c" + i).toList();
        return Objective.of(network.netloom(),
                List.of(new Feed("in", Shape.of(input), new Scaling(mean, deviation))),
                List.of(new Head("out", new Task.Classification(classes), Loss.CROSS_ENTROPY)));
    }

    @Override
    public Run run(int steps) {
        if (together == 1) {
            return Contender.time(steps,
                    i -> session.step(List.of(data.input(i)), List.of(data.target(i)), RATE, i));
        }
        Run run = Contender.time(steps / together, i -> session.steps(List.of(input), List.of(target), rates,
                (long) i * together));
        return new Run(run.millis() / together, run.loss());
    }

    @Override
    public void close() {
        session.close();
    }
}
