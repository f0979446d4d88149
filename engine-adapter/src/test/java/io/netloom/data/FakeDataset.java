package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Examples whose one feature is their number, with classes and parts as the test wants them.
final class FakeDataset implements Dataset {
    /// The threads that have read.
    final Set<Thread> readers = new CopyOnWriteArraySet<>();
    private final int[] labels;
    private final List<Optional<Part>> given;
    private final boolean inMemory;
    private final int broken;
    private final CountDownLatch gate;
    private final Set<Integer> damaged;

    private FakeDataset(int[] labels, List<Optional<Part>> given, boolean inMemory, int broken, CountDownLatch gate,
            Set<Integer> damaged) {
        this.damaged = damaged;
        this.labels = labels;
        this.given = given;
        this.inMemory = inMemory;
        this.broken = broken;
        this.gate = gate;
    }

    static FakeDataset ofClasses(int... labels) {
        return new FakeDataset(labels, IntStream.range(0, labels.length).mapToObj(_ -> Optional.<Part>empty()).toList(),
                true, -1, new CountDownLatch(0), Set.of());
    }

    static FakeDataset ofSize(int size) {
        return ofClasses(IntStream.range(0, size).map(i -> i % 2).toArray());
    }

    FakeDataset given(Part... parts) {
        return new FakeDataset(labels, Arrays.stream(parts).map(Optional::of).toList(), inMemory, broken, gate,
                damaged);
    }

    FakeDataset onDisk() {
        return new FakeDataset(labels, given, false, broken, gate, damaged);
    }

    FakeDataset brokenAt(int example) {
        return new FakeDataset(labels, given, inMemory, example, gate, damaged);
    }

    /// Cannot read these.
    FakeDataset damagedAt(int... examples) {
        return new FakeDataset(labels, given, inMemory, broken, gate,
                Arrays.stream(examples).boxed().collect(Collectors.toSet()));
    }

    /// Reads nothing before the gate opens.
    FakeDataset behind(CountDownLatch opened) {
        return new FakeDataset(labels, given, inMemory, broken, opened, damaged);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input("x", Shape.of(1)));
    }

    @Override
    public List<Target> targets() {
        int classes = Math.max(2, Arrays.stream(labels).max().orElse(0) + 1);
        return List.of(
                new Target("y", new Task.Classification(IntStream.range(0, classes).mapToObj(i -> "c" + i).toList())));
    }

    @Override
    public Optional<Part> given(int example) {
        return given.get(example);
    }

    @Override
    public void read(int example, Batch into, int row) {
        readers.add(Thread.currentThread());
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a reader is not interrupted", e);
        }
        if (example == broken) {
            throw new BadInput("example " + example + " is broken");
        }
        if (damaged.contains(example)) {
            throw new UnreadableExample(Sentence.plain("example " + example + " is damaged"));
        }
        into.putNumbers(0, row, new float[] {example}, 0);
        into.putClass(0, row, labels[example]);
    }

    @Override
    public int classOf(int example, int target) {
        return labels[example];
    }

    @Override
    public boolean inMemory() {
        return inMemory;
    }

    @Override
    public Sentence describe(int example) {
        return Sentence.plain("example " + example);
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
