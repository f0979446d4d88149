package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A column of texts that name the tags of each row, with a separator between them. An empty field means that none holds.
final class TargetTags implements TargetValues {
    private static final int MOST_TAGS = 1_000;

    private final Path file;
    private final String column;
    private final String separator;
    private final List<Set<String>> rows = new ArrayList<>();
    private final List<int[]> held = new ArrayList<>();
    private final boolean known;
    private List<String> names;

    /// @param names the tags that a model knows; none where they are to be found
    TargetTags(Path file, TargetColumn target, List<String> names) {
        this.file = file;
        this.column = target.columns().getFirst();
        this.separator = target.separator();
        this.known = !names.isEmpty();
        this.names = names;
    }

    @Override
    public boolean take(int row, int line, ResultSet from, int index) throws SQLException {
        String text = from.getString(index);
        Set<String> tags = new LinkedHashSet<>();
        if (text != null) {
            Arrays.stream(text.split(Pattern.quote(separator))).map(String::strip).filter(tag -> !tag.isEmpty())
                    .forEach(tags::add);
        }
        // What was read of a row that then missed another value gives way to the next.
        if (rows.size() > row) {
            rows.set(row, tags);
        } else {
            rows.add(tags);
        }
        return true;
    }

    @Override
    public void finish() {
        if (!known) {
            names = found();
        }
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        rows.forEach(tags -> held.add(tags.stream().filter(places::containsKey).mapToInt(places::get).toArray()));
    }

    private List<String> found() {
        var found = new TreeSet<String>();
        rows.forEach(found::addAll);
        if (found.isEmpty() || found.size() > MOST_TAGS) {
            throw new BadInput(Sentence.of("input.tags",
                    "The column \"{0}\" of {1} names {2}. Check the separator, which is ''{3}''.", column,
                    file.toString(),
                    (found.isEmpty() ? Sentence.of("input.no-tags", "no tags")
                            : Sentence.of("input.many-tags", "more than {0,number,0} different tags", MOST_TAGS)),
                    separator));
        }
        return List.copyOf(found);
    }

    @Override
    public List<Sentence> warnings() {
        var unknown = new TreeSet<String>();
        rows.forEach(unknown::addAll);
        names.forEach(unknown::remove);
        return unknown.isEmpty() ? List.of()
                : List.of(Sentence.of("warning.unknown-tags",
                        "Tags that the model does not know were passed over: {0}.",
                        ReadFailure.some(List.copyOf(unknown))));
    }

    @Override
    public void refuseOneClass() {}

    @Override
    public Task task() {
        return new Task.Tags(names);
    }

    @Override
    public float[] numbersOf(int row) {
        float[] holds = new float[names.size()];
        for (int tag : held.get(row)) {
            holds[tag] = 1;
        }
        return holds;
    }

    @Override
    public void write(int row, Batch into, int target, int batchRow) {
        into.putTarget(target, batchRow, numbersOf(row));
    }
}
