package io.netloom.data;

import io.netloom.compile.Task;
import java.util.ArrayList;
import java.util.List;

/// What is to be learnt about pictures that lie in files.
sealed interface Answers {

    List<Target> targets();

    void write(int example, Batch into, int row);

    /// @throws IllegalArgumentException if that target is no classification
    int classOf(int example, int target);

    /// @throws IllegalArgumentException if that target is made of something else
    float[] numbersOf(int example, int target);

    /// Nothing.
    record None() implements Answers {
        @Override
        public List<Target> targets() {
            return List.of();
        }

        @Override
        public void write(int example, Batch into, int row) {}

        @Override
        public int classOf(int example, int target) {
            throw new IllegalArgumentException("there is no target " + target);
        }

        @Override
        public float[] numbersOf(int example, int target) {
            throw new IllegalArgumentException("there is no target " + target);
        }
    }

    /// The class that the name of a folder says.
    ///
    /// @param classes in the order of their numbers
    /// @param labels the class of each example
    record Folders(List<String> classes, int[] labels) implements Answers {
        @Override
        public List<Target> targets() {
            return List.of(new Target(ImageFolder.TARGET, new Task.Classification(classes)));
        }

        @Override
        public void write(int example, Batch into, int row) {
            into.putClass(0, row, labels[example]);
        }

        @Override
        public int classOf(int example, int target) {
            return labels[example];
        }

        @Override
        public float[] numbersOf(int example, int target) {
            throw new IllegalArgumentException("target " + target + " is a class");
        }
    }

    /// What columns of a table say.
    ///
    /// @param names of the targets
    /// @param values of the targets
    /// @param rows the row of each example
    record Columns(List<String> names, List<TargetValues> values, int[] rows) implements Answers {
        @Override
        public List<Target> targets() {
            var targets = new ArrayList<Target>();
            for (int t = 0; t < values.size(); t++) {
                targets.add(new Target(names.get(t), values.get(t).task()));
            }
            return targets;
        }

        @Override
        public void write(int example, Batch into, int row) {
            for (int t = 0; t < values.size(); t++) {
                values.get(t).write(rows[example], into, t, row);
            }
        }

        @Override
        public int classOf(int example, int target) {
            return values.get(target).classOf(rows[example]);
        }

        @Override
        public float[] numbersOf(int example, int target) {
            return values.get(target).numbersOf(rows[example]);
        }
    }
}
