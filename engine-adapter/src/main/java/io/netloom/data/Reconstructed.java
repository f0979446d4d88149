package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A source whose inputs are to be given back by the network, as an autoencoder does. Pictures need no classes for it, and may
/// lie in any folders.
///
/// @param source where the examples come from
/// @param outputs for each output of the network that gives an input back, by name, the input
/// @param beside whether the source's own targets are learnt too
public record Reconstructed(DataSource source, SequencedMap<String, String> outputs, Beside beside)
        implements DataSource {
    /// The name of the output that [#detect] proposes.
    public static final String OUTPUT = "reconstruction";

    /// What is learnt besides.
    public enum Beside {
        /// The inputs alone count.
        NOTHING,
        /// The targets that the source has.
        TARGETS
    }

    /// @throws BadInput if nothing is to be given back, or a source is wrapped twice
    public Reconstructed {
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
        if (source instanceof Series) {
            throw new BadInput(Sentence.of("input.series-not-given-back",
                    "The windows of a series cannot be given back. Use its columns as a table."));
        }
        if (outputs.isEmpty() || source instanceof Reconstructed) {
            throw new BadInput(Sentence.of("input.no-output-to-give-back",
                    "Name at least one output with the input that it is to give back."));
        }
    }

    /// Proposes how to read what lies at `path` for a network that gives it back: every column of numbers of a table, or all
    /// pictures below a folder.
    ///
    /// @throws BadInput if there is nothing that Netloom reads
    public static Reconstructed detect(Path path) {
        DataSource source = source(path.toAbsolutePath().normalize());
        var outputs = new LinkedHashMap<String, String>();
        outputs.put(OUTPUT, source instanceof Table ? Table.INPUT : ImageFolder.INPUT);
        return new Reconstructed(source, outputs, Beside.NOTHING);
    }

    private static DataSource source(Path path) {
        if (!Files.exists(path)) {
            throw ReadFailure.missing(path);
        }
        if (Table.isTable(path) && !Files.isDirectory(path)) {
            return TableChoice.inputs(new TableFile(path));
        }
        return Files.isDirectory(path) && IdxFiles.isIdxFolder(path) ? new IdxFiles(path)
                : new ImageFolder(path, ImageDetection.of(path, PictureTree.all(path)));
    }

    @Override
    public Dataset open(Labels labels) {
        return switch (labels) {
            case Labels.None() -> source.open(labels);
            case Labels.Learnt() -> with(source.open(targets() ? labels : new Labels.None()));
            case Labels.Known(Map<String, Task> tasks) -> {
                var others = new LinkedHashMap<>(tasks);
                others.keySet().removeAll(outputs.keySet());
                yield with(source.open(targets() ? new Labels.Known(others) : new Labels.None()));
            }
        };
    }

    private boolean targets() {
        return beside == Beside.TARGETS;
    }

    private Dataset with(Dataset data) {
        List<String> inputs = data.inputs().stream().map(Input::name).toList();
        var targets = new ArrayList<>(data.targets());
        outputs.forEach((output, input) -> {
            if (!inputs.contains(input)) {
                data.close();
                throw new BadInput(Sentence.of("input.no-input-to-give-back",
                    "There is no input ''{0}'' that ''{1}'' could give back; the data has ''{2}''.", input, output, String.join("', '", inputs)));
            }
            targets.add(new Target(output, new Task.Reconstruction(input)));
        });
        return new ReconstructedDataset(data, targets);
    }

    @Override
    public List<String> columns(String input) {
        return source.columns(input);
    }

    @Override
    public List<String> learnt(String output) {
        return outputs.containsKey(output) ? List.of() : source.learnt(output);
    }

    @Override
    public List<Path> watched() {
        return source.watched();
    }

    @Override
    public Reconstructed at(Path path) {
        return new Reconstructed(source.at(path), outputs, beside);
    }
}
