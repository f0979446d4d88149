package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The examples that are still free for training, while other parts are cut out of them.
sealed interface Carving permits StrataCarving, GroupCarving, TimeCarving, SeriesCarving {

    /// Takes a share of those that there were at first, at least one if that leaves one, and returns them in rising order.
    int[] cut(double fraction);

    /// Those that are left, in rising order.
    int[] rest();

    /// Deals those that are left into parts, each in rising order; later ones into later parts where time counts.
    List<int[]> deal(int parts);

    /// What looks odd, a sentence each.
    List<Sentence> warnings();

    /// @param free the examples
    /// @throws io.netloom.shape.BadInput if a column is needed that is not there or does not fit
    static Carving of(Dataset dataset, Splitting splitting, int[] free, long seed) {
        boolean classes = dataset.targets().getFirst().task() instanceof Task.Classification;
        return switch (splitting) {
            case Splitting.Stratified _ when classes ->
                new StrataCarving(dataset, free, example -> dataset.classOf(example, 0), seed);
            case Splitting.Stratified _,Splitting.Random _,Splitting.Column _ ->
                new StrataCarving(dataset, free, _ -> 0, seed);
            case Splitting.Group(String column) -> new GroupCarving(groups(dataset.texts(column), free), seed);
            case Splitting.Time(String column) -> dataset.timeline()
                    .<Carving>map(timeline -> new SeriesCarving(timeline, free))
                    .orElseGet(() -> new TimeCarving(dataset.times(column), free));
        };
    }

    /// How a data set is divided where the plan says `wanted`.
    ///
    /// @throws BadInput if the examples are windows of a series, and the plan divides them by something else than time
    static Splitting way(Dataset dataset, Splitting wanted) {
        if (dataset.timeline().isEmpty()) {
            return wanted;
        }
        String time = dataset.timeline().get().column();
        boolean suits = switch (wanted) {
            // What a plan means that says nothing.
            case Splitting.Stratified() -> true;
            case Splitting.Time(String column) -> column.equals(time);
            case Splitting.Random _,Splitting.Group _,Splitting.Column _ -> false;
        };
        if (!suits) {
            throw new BadInput(Sentence.of("input.split-of-series",
                    "The windows of a series are divided by their time in \"{0}\": anything else would let the"
                            + " network see what it is to forecast. Take the split out of the plan.",
                    time));
        }
        return new Splitting.Time(time);
    }

    private static List<int[]> groups(String[] names, int[] free) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        for (int example : free) {
            groups.merge(names[example], new int[] {example}, Carving::joined);
        }
        return List.copyOf(groups.values());
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
