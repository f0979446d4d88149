package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A data set whose classes are numbered as a model numbers them. Examples of other classes are left out.
final class KnownClasses implements Dataset {
    private static final int UNKNOWN = -1;

    private final Dataset data;
    private final List<Target> targets;
    private final List<int[]> numbers;
    private final int[] kept;
    private final List<Sentence> warnings;

    KnownClasses(Dataset data, Map<String, Task> tasks) {
        this.data = data;
        targets = new ArrayList<>();
        numbers = new ArrayList<>();
        var unknown = new TreeSet<String>();
        for (Target target : data.targets()) {
            Task known = tasks.get(target.name());
            if (known == null) {
                throw new BadInput(Sentence.of("input.not-answered",
                        "The model does not answer \"{0}\"; it answers {1}.", target.name(),
                        String.join(", ", tasks.keySet())));
            }
            targets.add(new Target(target.name(), known));
            numbers.add(numbers(target.task(), known, unknown));
        }
        kept = IntStream.range(0, data.size()).filter(this::isKnown).toArray();
        if (kept.length == 0) {
            throw new BadInput(Sentence.of("input.unknown-classes",
                    "The model knows none of the classes in this data: {0}.", ReadFailure.some(List.copyOf(unknown))));
        }
        warnings = new ArrayList<>(data.warnings());
        if (!unknown.isEmpty()) {
            warnings.add(Sentence.of("warning.unknown-classes",
                    "{0,number,0} examples of classes that the model does not know were left out: {1}.",
                    data.size() - kept.length, ReadFailure.some(List.copyOf(unknown))));
        }
    }

    private KnownClasses(Dataset data, List<Target> targets, List<int[]> numbers, int[] kept, List<Sentence> warnings) {
        this.data = data;
        this.targets = targets;
        this.numbers = numbers;
        this.kept = kept;
        this.warnings = warnings;
    }

    private static int[] numbers(Task found, Task known, TreeSet<String> unknown) {
        if (!found.getClass().equals(known.getClass())) {
            throw new BadInput(Sentence.of("input.other-task", "The model gives {0}, but this data has {1}{2}.",
                    known.sentence(), found.sentence(), found instanceof Task.Classification(List<String> names)
                            ? Sentence.of("input.other-task.classes", ": {0}", ReadFailure.some(names)) : ""));
        }
        if (!(found instanceof Task.Classification(List<String> names)
                && known instanceof Task.Classification(List<String> modelNames))) {
            return new int[0];
        }
        names.stream().filter(name -> !modelNames.contains(name)).forEach(unknown::add);
        return names.stream().mapToInt(modelNames::indexOf).toArray();
    }

    private boolean isKnown(int example) {
        return IntStream.range(0, targets.size())
                .noneMatch(t -> numbers.get(t).length > 0 && numbers.get(t)[data.classOf(example, t)] == UNKNOWN);
    }

    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public List<Input> inputs() {
        return data.inputs();
    }

    @Override
    public List<Target> targets() {
        return List.copyOf(targets);
    }

    @Override
    public Optional<Part> given(int example) {
        return data.given(kept[example]);
    }

    @Override
    public void read(int example, Batch into, int row) {
        data.read(kept[example], into, row);
        for (int t = 0; t < numbers.size(); t++) {
            if (numbers.get(t).length > 0) {
                into.putClass(t, row, classOf(example, t));
            }
        }
    }

    @Override
    public int classOf(int example, int target) {
        return numbers.get(target)[data.classOf(kept[example], target)];
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return data.numbersOf(kept[example], target);
    }

    @Override
    public String[] texts(String column) {
        String[] all = data.texts(column);
        return Arrays.stream(kept).mapToObj(example -> all[example]).toArray(String[]::new);
    }

    @Override
    public double[] times(String column) {
        double[] all = data.times(column);
        return Arrays.stream(kept).mapToDouble(example -> all[example]).toArray();
    }

    @Override
    public OptionalInt overlap() {
        return data.overlap();
    }

    @Override
    public SequencedMap<String, FittedInput> fit(int[] train) {
        return data.fit(Arrays.stream(train).map(example -> kept[example]).toArray());
    }

    @Override
    public Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        return new KnownClasses(data.prepared(fitted), targets, numbers, kept, warnings);
    }

    @Override
    public Optional<RowForm> form(int[] train) {
        return data.form(Arrays.stream(train).map(example -> kept[example]).toArray());
    }

    @Override
    public SequencedMap<String, String> columns(int example) {
        return data.columns(kept[example]);
    }

    @Override
    public long cacheBytes() {
        return data.cacheBytes();
    }

    @Override
    public boolean inMemory() {
        return data.inMemory();
    }

    @Override
    public Sentence describe(int example) {
        return data.describe(kept[example]);
    }

    @Override
    public List<Sentence> warnings() {
        return warnings;
    }

    @Override
    public List<LeftOut> leftOut() {
        return data.leftOut();
    }

    @Override
    public void close() {
        data.close();
    }
}
