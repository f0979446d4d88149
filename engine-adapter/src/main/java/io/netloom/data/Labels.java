package io.netloom.data;

import io.netloom.compile.Task;
import java.util.Map;

/// What is asked of the answers in the data when a source is opened.
public sealed interface Labels {

    /// They are to be learnt: the classes are those that the data has, at least two.
    record Learnt() implements Labels {}

    /// They are to be compared with a model's: its classes keep their numbers, and examples of classes that it does not
    /// know are left out with a warning.
    ///
    /// @param tasks what each target means to the model, by its name
    record Known(Map<String, Task> tasks) implements Labels {
        public Known {
            tasks = Map.copyOf(tasks);
        }
    }

    /// Nobody asks for them: they need not be there, and the data set has no targets.
    record None() implements Labels {}
}
