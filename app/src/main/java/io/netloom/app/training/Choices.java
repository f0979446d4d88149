package io.netloom.app.training;

import io.netloom.compile.Learning.Clipping;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.train.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a sealed part of a plan may be, each with the values with which it is chosen: PyTorch's defaults, where it has any.
final class Choices {
    private static final Map<Class<?>, List<? extends Record>> ALL = Map.of(
            Optimiser.class, List.of(new Optimiser.Adam(), new Optimiser.AdamW(), new Optimiser.Sgd(0.9, 0),
                    new Optimiser.NAdam(), new Optimiser.RmsProp(), new Optimiser.Adagrad()),
            Schedule.class, List.of(new Schedule.Constant(), new Schedule.Cosine(0.01), new Schedule.OneCycle(),
                    new Schedule.Step(), new Schedule.Exponential(), new Schedule.Plateau(),
                    new Schedule.WarmUp(100, new Schedule.Cosine(0.01))),
            Clipping.class, List.of(new Clipping.None(), new Clipping.ByNorm(), new Clipping.ByValue()),
            Loss.ClassWeights.class, List.of(new Loss.ClassWeights.Even(), new Loss.ClassWeights.Balanced()));

    private Choices() {}

    /// What a component of this type may be; nothing where it is no such part.
    static Optional<List<? extends Record>> of(Class<?> type) {
        return Optional.ofNullable(ALL.get(type));
    }

    /// The name of one of them, as the project file has it.
    static String name(Object choice) {
        return choice.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
