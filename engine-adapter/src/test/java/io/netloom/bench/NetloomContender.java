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
import io.netloom.compile.Weights;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Netloom as it trains: one call of [Session#step] a step. Scaling and the sums for accuracy, which the others do
/// without, are part of it.
final class NetloomContender implements Contender {
    private final BenchData data;
    private final Session session;

    NetloomContender(BenchNetwork network, BenchData data) {
        this.data = data;
        Program program = Compiler.training(objective(network), Weights.initial(network.netloom(), 1),
                Optimiser.Adam.usual());
        this.session = Session.open(program, ComputeDevice.parse("cpu"));
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
        return Contender.time(steps,
                i -> session.step(List.of(data.input(i)), List.of(data.target(i)), 1e-3, i));
    }

    @Override
    public void close() {
        session.close();
    }
}
