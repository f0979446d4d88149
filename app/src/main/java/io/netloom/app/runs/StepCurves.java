package io.netloom.app.runs;

import io.netloom.app.chart.Smooth;
import io.netloom.app.chart.Trace;
import io.netloom.project.StepBlock;
import io.netloom.project.StepReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Metrics of a run within its epochs, by step, read along while it trains. One thread at a time may read; others may draw meanwhile.
final class StepCurves {
    private static final double SMOOTHNESS = 0.9;

    private final StepReader reader;
    private final Map<String, Curve> curves = new ConcurrentHashMap<>();
    private boolean more;

    /// A metric as it was told, and its moving average.
    private record Curve(Trace rough, Smooth smooth) {}

    /// @param run its folder
    StepCurves(Path run) {
        reader = new StepReader(run);
    }

    /// Reads what is new.
    ///
    /// @param stepsPerEpoch of the run
    /// @return whether there was anything
    /// @throws io.netloom.shape.BadInput if it cannot be read
    boolean read(int stepsPerEpoch) {
        more = false;
        reader.read(curves::clear, block -> add(block, stepsPerEpoch));
        return more;
    }

    private void add(StepBlock block, int stepsPerEpoch) {
        more = true;
        for (int column = 0; column < block.columns().size(); column++) {
            Curve curve = curves.computeIfAbsent(block.columns().get(column),
                    _ -> new Curve(new Trace(), new Smooth(SMOOTHNESS)));
            float[] values = block.values()[column];
            for (int i = 0; i < block.size(); i++) {
                double step = (block.epochs()[i] - 1.0) * stepsPerEpoch + block.steps()[i];
                curve.rough.add(step, values[i]);
                curve.smooth.add(step, values[i]);
            }
        }
    }

    /// A metric as it was told.
    Trace rough(String metric) {
        return curves.containsKey(metric) ? curves.get(metric).rough : new Trace();
    }

    /// Its moving average.
    Trace smooth(String metric) {
        return curves.containsKey(metric) ? curves.get(metric).smooth.trace() : new Trace();
    }
}
