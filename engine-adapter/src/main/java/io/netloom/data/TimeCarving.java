package io.netloom.data;

import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Examples in the order of time, of which the last are cut off.
final class TimeCarving implements Carving {
    private final int[] order;
    private int left;

    /// @param times of all examples
    /// @param free those that are to be divided
    TimeCarving(double[] times, int[] free) {
        order = Arrays.stream(free).boxed().sorted(Comparator.comparingDouble(example -> times[example]))
                .mapToInt(Integer::intValue).toArray();
        left = order.length;
    }

    @Override
    public int[] cut(double fraction) {
        int count = Math.clamp(Math.round(fraction * order.length), 1, Math.max(1, left - 1));
        if (left < 2) {
            return new int[0];
        }
        left -= count;
        return part(left, left + count);
    }

    private int[] part(int from, int to) {
        return Arrays.stream(order, from, to).sorted().toArray();
    }

    @Override
    public int[] rest() {
        return part(0, left);
    }

    @Override
    public List<int[]> deal(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(p -> part((int) ((long) left * p / parts), (int) ((long) left * (p + 1) / parts))).toList();
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }
}
