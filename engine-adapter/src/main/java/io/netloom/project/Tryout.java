package io.netloom.project;

import io.netloom.compile.Feed;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.GivenPicture;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.Labels;
import io.netloom.data.MaskFolder;
import io.netloom.data.Part;
import io.netloom.data.PictureForm;
import io.netloom.data.Reconstructed;
import io.netloom.data.RowForm;
import io.netloom.data.Series;
import io.netloom.data.Split;
import io.netloom.data.Table;
import io.netloom.data.TextFile;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.Continuation;
import io.netloom.evaluate.Forecast;
import io.netloom.evaluate.Judged;
import io.netloom.evaluate.OpenModel;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A run at hand, to be asked one question after the other, also while it is being trained: it then answers with the weights of the last
/// epoch, and else with its best. One thread uses it.
public final class Tryout implements AutoCloseable {
    private static final int MOST_EXAMPLES = 256;
    private static final int FEWEST_EXAMPLES = 16;
    /// Multiply-adds that judging the examples may take, so that a training is not held up after each epoch.
    private static final double AFFORDABLE = 2e10;

    private final Path folder;
    private final ComputeDevice device;
    private final DataSource source;
    private Run run;
    private Newest weights;
    private int epoch;
    private OpenModel model;
    private final Optional<Sentence> change;
    private final Optional<Dataset> data;
    private final Asking asking;
    private final Part part;
    private final int[] examples;

    /// Some data, and why there is none.
    private record Opened(Optional<Dataset> data, Sentence why) {}

    private Tryout(Path folder, ComputeDevice device, Newest weights) {
        this.folder = folder;
        this.device = device;
        this.weights = weights;
        this.epoch = weights.epoch(folder);
        this.run = Run.open(folder, weights.kept());
        this.source = Training.data(run.project(), folder);
        Opened opened = open(run, source);
        this.data = opened.data();
        this.change = data.flatMap(_ -> Run.changeOfData(folder, source));
        try {
            Split split = data.map(this::split).orElse(new Split(new int[0], new int[0], new int[0], List.of()));
            this.part = split.validation().length > 0 ? Part.VALIDATION
                    : split.test().length > 0 ? Part.TEST : Part.TRAIN;
            this.examples = spread(switch (part) {
                case VALIDATION -> split.validation();
                case TEST -> split.test();
                case TRAIN -> split.train();
            });
            this.asking = asking(source, split.train(), opened.why());
            this.model = OpenModel.of(run.model(), source, device);
        } catch (RuntimeException e) {
            data.ifPresent(Dataset::close);
            throw e;
        }
    }

    /// Opens a run.
    ///
    /// @return nothing while it has no weights, which come with the end of its first epoch
    /// @throws BadInput if the folder is no run, or the run does not fit its data any more
    public static Optional<Tryout> open(Path folder, ComputeDevice device) {
        return Newest.of(folder).map(weights -> new Tryout(folder, device, weights));
    }

    private static Opened open(Run run, DataSource source) {
        try {
            return new Opened(Optional.of(run.data(source, new Labels.Known(run.model().tasks()))), Sentence.plain(""));
        } catch (BadInput e) {
            return new Opened(Optional.empty(), e.sentence());
        }
    }

    private Split split(Dataset examples) {
        var plan = run.project().plan();
        return Split.of(examples, plan.splitting(), plan.fractions(), plan.seed());
    }

    /// Some of many, evenly, in their order.
    private int[] spread(int[] all) {
        double affordable = AFFORDABLE / Math.max(1, run.model().objective().network().multiplyAdds());
        int count = (int) Math.min(all.length, Math.clamp(affordable, FEWEST_EXAMPLES, MOST_EXAMPLES));
        return IntStream.range(0, count).map(i -> all[(int) ((long) i * all.length / count)]).toArray();
    }

    private Asking asking(DataSource from, int[] train, Sentence why) {
        return switch (from) {
            case ImageFolder pictures -> new Asking.Pictures(pictures.form());
            case ImageTable pictures -> new Asking.Pictures(pictures.form());
            case MaskFolder pictures -> new Asking.Pictures(pictures.form());
            case IdxFiles _ -> new Asking.Pictures(idx(run.model().objective().feeds().getFirst()));
            case Table _ -> data.flatMap(rows -> rows.form(train)).<Asking>map(Asking.Rows::new)
                    .orElseGet(() -> new Asking.Nothing(why));
            case Series _ -> data.isPresent() ? new Asking.Series() : new Asking.Nothing(why);
            case TextFile _ -> new Asking.Texts();
            case Reconstructed(DataSource inner, _, _) -> asking(inner, train, why);
        };
    }

    private static PictureForm idx(Feed feed) {
        Shape shape = feed.raw();
        return new PictureForm((int) shape.size(0), (int) shape.size(1), (int) shape.size(2));
    }

    /// The run's folder.
    public Path folder() {
        return folder;
    }

    /// How it can be asked.
    public Asking asking() {
        return asking;
    }

    /// The epoch whose weights answer; 0 for those before training.
    public int epoch() {
        return epoch;
    }

    /// Whether it is being trained, so that newer weights will come.
    public boolean isLearning() {
        return weights.kept() == Run.Kept.LAST;
    }

    /// How the data has changed since the run was trained, a sentence; [#examples] may then be among those that it has learnt from.
    public Optional<Sentence> change() {
        return change;
    }

    /// The part of the data that [#examples] are of.
    public Part part() {
        return part;
    }

    /// Takes the newest weights, if there are newer ones.
    ///
    /// @return whether there were
    /// @throws BadInput if they cannot be read
    public boolean refresh() {
        Optional<Newest> now = Newest.of(folder).filter(newest -> !newest.equals(weights));
        if (now.isEmpty()) {
            return false;
        }
        Run fresh = Run.open(folder, now.get().kept());
        OpenModel opened = OpenModel.of(fresh.model(), source, device);
        model.close();
        model = opened;
        run = fresh;
        weights = now.get();
        epoch = weights.epoch(folder);
        return true;
    }

    /// Some examples of [#part] with the network's answers, in the order of the data; none where the data cannot be opened, or goes on as a
    /// text does.
    public List<Judged> examples() {
        return data.filter(_ -> !(source instanceof TextFile)).map(known -> model.judge(known, examples))
                .orElse(List.of());
    }

    /// Answers a row.
    ///
    /// @param form of [#asking]
    /// @param values without faults
    public List<Answer> answer(RowForm form, Map<String, String> values) {
        return model.answer(form.row(values).prepared(run.fitted().inputs()));
    }

    /// Answers a picture in a file, which is brought to the form as those of the data were.
    ///
    /// @param form of [#asking]
    /// @throws BadInput if it cannot be read
    public OpenModel.Seen answer(PictureForm form, Path file) {
        try (Dataset picture = new ImageFolder(file, form).open(new Labels.None())) {
            return model.see(picture);
        }
    }

    /// Answers a picture that is in its form already.
    ///
    /// @param form of [#asking]
    /// @param pixels channel by channel, row by row
    public OpenModel.Seen answer(PictureForm form, byte[] pixels) {
        return model.see(new GivenPicture(form.shape(), pixels));
    }

    /// What comes after the end of the series.
    ///
    /// @throws BadInput if its file cannot be read
    public Forecast forecast() {
        try (Dataset open = run.data(source, new Labels.None())) {
            return Forecast.of(model, open, data.orElseThrow());
        }
    }

    /// Goes on with a text.
    ///
    /// @param text takes what is new, piece by piece
    /// @throws BadInput if the prompt is empty
    public void goOn(String prompt, Continuation.Drawing drawing, Consumer<String> text) {
        Continuation.of(run.model(), run.vocabulary(), prompt, drawing, device, text);
    }

    @Override
    public void close() {
        model.close();
        data.ifPresent(Dataset::close);
    }
}
