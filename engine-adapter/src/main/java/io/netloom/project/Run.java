package io.netloom.project;

import io.netloom.shape.Sentence;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.compile.Objective;
import io.netloom.compile.Weights;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Feature;
import io.netloom.data.Fingerprint;
import io.netloom.data.Fitted;
import io.netloom.data.FittedColumn;
import io.netloom.data.Labels;
import io.netloom.data.TextFile;
import io.netloom.data.Vocabulary;
import io.netloom.shape.BadInput;
import io.netloom.train.Prepared;
import io.netloom.train.TrainedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A run that was trained, read back from its folder.
///
/// @param folder where it lies
/// @param project the project as it was
/// @param fitted what it learnt about its data before training
/// @param model the network with its weights
public record Run(Path folder, Project project, Fitted fitted, TrainedModel model) {
    static final String PROJECT = "project.netloom";
    static final String FITTED = "fitted.json";
    private static final int VERSION = 1;
    static final String DATA = "data.json";
    static final String METRICS = "metrics.jsonl";
    /// What was told within epochs.
    static final String STEPS = "steps.bin";
    /// Files that were not learnt from.
    static final String LEFT_OUT = "left-out.txt";
    static final String NOTE = "note.json";
    static final String PROCESS = "process.json";
    static final String CHECKPOINT = "checkpoint.bin";
    static final String BEST = "best.pt";
    static final String LAST = "last.pt";

    /// The project of a run, as it was.
    ///
    /// @throws BadInput if it cannot be read
    public static Project project(Path folder) {
        return ProjectFile.read(folder.resolve(PROJECT));
    }

    /// Opens data for this model, prepared as it was trained on.
    ///
    /// @throws BadInput if the source cannot be used
    public Dataset data(DataSource source, Labels labels) {
        return source.open(labels).prepared(fitted.inputs());
    }

    /// What is different about the data of a run since it was trained, a sentence; none where nothing is, or the run is too old to know.
    ///
    /// @throws BadInput if the data or the run's own files cannot be read
    public static Optional<Sentence> changeOfData(Path folder, DataSource source) {
        Path file = folder.resolve(DATA);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Fingerprint then = remembered(file);
        return Fingerprint.of(source).flatMap(then::changeTo)
                .map(change -> Sentence.of("change.data",
                        "Since this run was trained its data has changed: it {0}.", change));
    }

    private static Fingerprint remembered(Path file) {
        Fields json = new Fields(ProjectFile.json(file), file.toString()).only("data", "files", "bytes", "digest");
        return new Fingerprint((int) json.number("files"), (long) json.number("bytes"), json.text("digest"));
    }

    /// The first digits of the fingerprint of the data that a run was trained on; nothing where the run is too old to know.
    ///
    /// @throws BadInput if it cannot be read
    static Optional<String> fingerprint(Path folder) {
        Path file = folder.resolve(DATA);
        return Files.exists(file) ? Optional.of(remembered(file).digest())
                .map(digest -> digest.substring(0, Math.min(RunSettings.DIGITS, digest.length()))) : Optional.empty();
    }

    static void rememberData(Path folder, DataSource source) {
        Fingerprint.of(source).ifPresent(now -> AtomicFile.write(folder.resolve(DATA), ProjectFile.text(
                JsonNodeFactory.instance.objectNode().put("data", VERSION).put("files", now.files())
                        .put("bytes", now.bytes()).put("digest", now.digest()))
                .getBytes(StandardCharsets.UTF_8)));
    }

    /// Which weights of a run.
    public enum Kept {
        /// Those of its best epoch.
        BEST(Run.BEST),
        /// Those of its last epoch.
        LAST(Run.LAST);

        private final String file;

        Kept(String file) {
            this.file = file;
        }

        Path in(Path folder) {
            return folder.resolve(file);
        }
    }

    /// Reads a run with its best weights.
    ///
    /// @throws BadInput if the folder is no run, or holds no weights yet
    public static Run open(Path folder) {
        return open(folder, Kept.BEST);
    }

    /// Reads a run.
    ///
    /// @throws BadInput if the folder is no run, or holds no weights yet
    public static Run open(Path folder, Kept kept) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(Sentence.of("run.gone",
                    "There is no run {0}. `netloom train` makes one and says where it is.", folder.toString()));
        }
        if (!Files.exists(folder.resolve(PROJECT))) {
            throw new BadInput(Sentence.of("run.no-run", "{0} is not the folder of a run: it holds no {1}.",
                    folder.toString(), PROJECT));
        }
        if (!Files.exists(kept.in(folder))) {
            throw new BadInput(Sentence.of("run.no-weights",
                    "The run {0} holds no weights: it ended before its first epoch. Train again.", folder.toString()));
        }
        Project project = project(folder);
        CheckedGraph network = Check.of(project.graph()).checked().orElseThrow(
                () -> new BadInput(Sentence.of("run.spoilt",
                        "The network of the run {0} has problems; its files were changed.", folder.toString())));
        FittedJson fitted = FittedJson.read(
                new Fields(ProjectFile.json(folder.resolve(FITTED)), folder.resolve(FITTED).toString()));
        Objective objective = Prepared.join(network, fitted.inputs(), fitted.fitted().scalings(),
                fitted.goals());
        return new Run(folder, project, fitted.fitted(), new TrainedModel(objective,
                Weights.read(kept.in(folder), network), fitted.fitted().tasks()));
    }

    /// The tokens that it learnt to go on with.
    ///
    /// @throws BadInput if it did not learn from a plain text
    public Vocabulary vocabulary() {
        if (!(project.data().orElse(null) instanceof TextFile)) {
            throw new BadInput(Sentence.of("tryout.not-learnt",
                    "This model did not learn how a text goes on. Use `netloom predict`, or train on a plain"
                        + " text file."));
        }
        FittedColumn column = fitted.inputs().get(TextFile.INPUT).columns().getFirst();
        return new Vocabulary(((Feature.Text) column.feature()).tokens(), column.categories());
    }
}
