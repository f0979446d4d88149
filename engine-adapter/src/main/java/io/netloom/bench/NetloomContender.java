package io.netloom.bench;

import io.netloom.compile.Optimiser;
import io.netloom.compile.Scaling;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.data.Fitted;
import io.netloom.data.Fractions;
import io.netloom.data.Split;
import io.netloom.layer.Precision;
import io.netloom.shape.Shape;
import io.netloom.train.BareTraining;
import io.netloom.train.Prepared;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Netloom as it trains from memory. Shuffling and copying the examples, scaling them and the sums for accuracy, which the
/// others do without, are part of it.
final class NetloomContender implements Contender {
    private final Course course;
    private final BareTraining training;

    NetloomContender(Course course, Noise data, Precision precision, int threads) {
        this.course = course;
        var learning = new Learning(new Optimiser.Adam(), 0, new Learning.Clipping.None(), 1, 0, Map.of(),
                Optional.of(precision));
        var plan = new TrainingPlan(1_000_000, course.batch(), Contest.RATE, new Schedule.Constant(), learning, 0,
                Map.of(), Map.of(), new Fractions(0, 0), Contest.SEED);
        this.training = BareTraining.of(prepared(course, data, plan), plan, threads);
    }

    /// Noise needs no fitting: its mean is 0 and its deviation 1.
    private static Prepared prepared(Course course, Noise data, TrainingPlan plan) {
        Scaling scaling = scaling(course.input());
        Task task = data.targets().getFirst().task();
        var scalings = new LinkedHashMap<>(Map.of("in", scaling));
        var tasks = new LinkedHashMap<>(Map.of("out", task));
        var goals = List.of(new Head("out", task, Loss.CROSS_ENTROPY));
        Objective objective = Objective.of(course.network(), List.of(new Feed("in", course.input(), scaling)), goals);
        return new Prepared(objective, data, Split.of(data, plan.fractions(), plan.seed()),
                Fitted.scaled(scalings, tasks), goals);
    }

    private static Scaling scaling(Shape input) {
        float[] mean = new float[Math.toIntExact(input.size(0))];
        float[] deviation = mean.clone();
        Arrays.fill(deviation, 1);
        return new Scaling(mean, deviation);
    }

    /// Threads that Netloom chose; the others get as many.
    int threads() {
        return training.threads();
    }

    @Override
    public Lap run(int steps) {
        long began = System.nanoTime();
        BareTraining.Stretch stretch = training.steps(steps);
        return new Lap((System.nanoTime() - began) / 1e6 / stretch.count(), stretch.loss());
    }

    @Override
    public long parameters() {
        return course.network().parameters();
    }

    @Override
    public void close() {
        training.close();
    }
}
