package io.netloom.data;

import io.netloom.shape.Sentence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Shuffled groups of examples that stay together.
final class GroupCarving implements Carving {
    private final Deque<int[]> groups = new ArrayDeque<>();
    private final int examples;

    GroupCarving(List<int[]> groups, long seed) {
        for (int group : Shuffle.order(IntStream.range(0, groups.size()).toArray(), seed, 0)) {
            this.groups.add(groups.get(group));
        }
        examples = groups.stream().mapToInt(group -> group.length).sum();
    }

    /// Groups until the share is reached, as near as whole groups come.
    @Override
    public int[] cut(double fraction) {
        double wanted = fraction * examples;
        List<int[]> taken = new ArrayList<>();
        double count = 0;
        while (groups.size() > 1
                && (taken.isEmpty() || Math.abs(count + groups.peek().length - wanted) < Math.abs(count - wanted))) {
            count += groups.peek().length;
            taken.add(groups.remove());
        }
        return flat(taken);
    }

    private static int[] flat(Iterable<int[]> groups) {
        IntStream.Builder all = IntStream.builder();
        for (int[] group : groups) {
            Arrays.stream(group).forEach(all::add);
        }
        return all.build().sorted().toArray();
    }

    @Override
    public int[] rest() {
        return flat(groups);
    }

    /// The largest groups first, each to the part that has least.
    @Override
    public List<int[]> deal(int parts) {
        List<List<int[]>> dealt = IntStream.range(0, parts).<List<int[]>>mapToObj(_ -> new ArrayList<>()).toList();
        int[] sizes = new int[parts];
        groups.stream().sorted(Comparator.comparingInt((int[] group) -> -group.length)).forEach(group -> {
            int least = IntStream.range(0, parts).boxed().min(Comparator.comparingInt(p -> sizes[p])).orElseThrow();
            sizes[least] += group.length;
            dealt.get(least).add(group);
        });
        return dealt.stream().map(GroupCarving::flat).toList();
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }
}
