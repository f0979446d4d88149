package io.netloom.app.runs;

import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.ChartFile;
import io.netloom.app.chart.Colours;
import io.netloom.app.chart.Zoom;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.project.RunNote;
import io.netloom.project.RunRecord;
import io.netloom.project.RunRecord.State;
import io.netloom.project.RunSettings;
import io.netloom.project.Runs;
import io.netloom.project.StepBlock;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The runs of a project: a table that can be filtered, and some of them, chosen, side by side.
public final class RunsViewModel {

    /// How runs are shown that differ in nothing but the seed.
    public enum Seeds {
        /// Each run by itself.
        APART,
        /// As their mean and deviation.
        TOGETHER
    }

    /// What the charts count by.
    public enum Across {
        /// The means of epochs, and what they are judged by.
        EPOCHS,
        /// What is told within epochs.
        STEPS
    }

    private final Supplier<Path> place;
    private final Path trash;
    private final Background background;
    private final Texts texts;
    private final RunWords words;
    private final RunReader reader = new RunReader();
    private final Zoom zoom = new Zoom();
    private final SequencedSet<Path> chosen = new LinkedHashSet<>();
    private final List<Deleted> deleted = new ArrayList<>();
    private Runnable changed = () -> {};
    private List<RunRecord> all = List.of();
    private String filter = "";
    private Seeds seeds = Seeds.APART;
    private Across across = Across.EPOCHS;
    private Scale scale = Scale.LINEAR;
    private Optional<String> measure = Optional.empty();
    private final ReadAlong steps;
    private boolean looking;
    private Optional<String> failure = Optional.empty();

    /// A run that was thrown away.
    ///
    /// @param from where it lay
    /// @param to where it lies in the trash
    private record Deleted(Path from, Path to) {}

    /// @param place the project's file, beside which its runs lie
    /// @param trash a folder for runs that are thrown away
    /// @param background reads and writes
    public RunsViewModel(Supplier<Path> place, Path trash, Background background, Texts texts) {
        this.place = place;
        this.trash = trash;
        this.background = background;
        this.texts = texts;
        words = new RunWords(texts);
        steps = new ReadAlong(background);
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Looks for runs and for what is new in them, also in those that another process is training.
    public void look() {
        if (looking) {
            return;
        }
        looking = true;
        Path file = place.get();
        background.look(() -> reader.read(file), found -> {
            looking = false;
            if (!file.equals(place.get())) {
                // They lie elsewhere by now.
                look();
                return;
            }
            if (!found.equals(all)) {
                all = found;
                chosen.retainAll(found.stream().map(RunRecord::folder).toList());
                changed.run();
            }
            lookAtSteps();
        }, e -> {
            looking = false;
            fail(e);
        });
    }

    /// Follows runs to where they lie now, with what is chosen of them.
    ///
    /// @param moved where, by where they lay before
    public void moved(Map<Path, Path> moved) {
        List<Path> before = folders();
        chosen.clear();
        before.forEach(folder -> chosen.add(moved.getOrDefault(folder, folder)));
        // In the trash they are called as before, so that nobody would find what came back.
        deleted.clear();
        look();
    }

    /// Reads what the chosen runs have told within epochs since the last time.
    private void lookAtSteps() {
        if (across == Across.STEPS) {
            steps.look(chosen(), () -> changed.run(), this::fail);
        }
    }

    private void fail(Exception e) {
        if (!(e instanceof BadInput)) {
            System.getLogger(RunsViewModel.class.getName()).log(System.Logger.Level.ERROR, "runs", e);
        }
        failure = Optional.of(texts.say(e));
        changed.run();
    }

    /// What could not be done last.
    public Optional<String> failure() {
        return failure;
    }

    /// Whether the project has no runs at all.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Lists only runs that have all these words in their state, time, settings, tags or note.
    public void setFilter(String newFilter) {
        filter = newFilter;
        changed.run();
    }

    /// The runs that the filter lets through, the newest first.
    public List<RunRecord> rows() {
        List<String> wanted = Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty())
                .toList();
        return all.stream().filter(run -> wanted.isEmpty() || wanted.stream().allMatch(text(run)::contains)).toList();
    }

    private String text(RunRecord run) {
        String settings = run.settings().entrySet().stream()
                .map(setting -> words.setting(setting.getKey()) + "=" + words.value(run, setting.getKey()) + " "
                        + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        return String.join(" ", words.time(run), words.state(run), settings, String.join(" ", run.note().tags()),
                run.note().text()).toLowerCase(Locale.ROOT);
    }

    /// What the table says of runs.
    RunWords words() {
        return words;
    }

    /// The metric in the table, besides the loss.
    Optional<String> headline() {
        return RunCurves.headline(all);
    }

    /// In what a run differs from others in the table, the seed apart.
    String differences(RunRecord run) {
        return words.values(run, differing(rows()).stream().filter(name -> !name.equals(RunSettings.SEED)).toList());
    }

    /// Chooses runs to be compared, in this order.
    public void choose(List<Path> folders) {
        if (!List.copyOf(chosen).equals(folders)) {
            chosen.clear();
            chosen.addAll(folders);
            zoom.reset();
            changed.run();
            lookAtSteps();
        }
    }

    /// What the charts count by.
    public Across across() {
        return across;
    }

    /// Counts by something else.
    public void setAcross(Across newAcross) {
        across = newAcross;
        zoom.reset();
        changed.run();
        lookAtSteps();
    }

    /// The folders of the runs that are compared, in the order in which they were chosen.
    List<Path> folders() {
        return List.copyOf(chosen);
    }

    /// The runs that are compared.
    public List<RunRecord> chosen() {
        return chosen.stream().flatMap(folder -> all.stream().filter(run -> run.folder().equals(folder))).toList();
    }

    /// The only run that is chosen; nothing where there are none or several.
    public Optional<RunRecord> only() {
        return chosen().size() == 1 ? Optional.of(chosen().getFirst()) : Optional.empty();
    }

    /// The settings in which the chosen runs differ.
    public List<String> differing() {
        return differing(chosen());
    }

    private static List<String> differing(List<RunRecord> runs) {
        return RunSettings.differing(runs.stream().map(RunRecord::settings).toList());
    }

    /// How runs are shown that differ in nothing but the seed.
    public Seeds seeds() {
        return seeds;
    }

    /// Shows them in the other way.
    public void setSeeds(Seeds newSeeds) {
        seeds = newSeeds;
        changed.run();
    }

    /// The runs that are drawn as one: each by itself, or those of all seeds together.
    List<List<RunRecord>> groups() {
        return seeds == Seeds.APART ? chosen().stream().map(List::of).toList() : RunCurves.bySettings(chosen());
    }

    /// The place of a run's colour, where it is compared.
    Optional<Integer> colour(RunRecord run) {
        List<List<RunRecord>> groups = groups();
        return IntStream.range(0, groups.size())
                .filter(place -> groups.get(place).stream().anyMatch(r -> r.folder().equals(run.folder())))
                .mapToObj(place -> place % Colours.COMPARED).findFirst();
    }

    Zoom zoom() {
        return zoom;
    }

    /// The losses of the chosen runs.
    public Chart loss() {
        return chart("loss");
    }

    /// What the second chart can show of the chosen runs: the metric that says most first; by step the learning rate and the norm of the
    /// gradients last.
    public List<String> measures() {
        SequencedSet<String> all = new LinkedHashSet<>();
        RunCurves.headline(chosen()).ifPresent(all::add);
        chosen().stream().flatMap(run -> run.epochs().stream().limit(1)).forEach(epoch -> {
            all.addAll(epoch.train().values().keySet());
            epoch.validation().ifPresent(metrics -> all.addAll(metrics.values().keySet()));
        });
        all.remove("loss");
        if (across == Across.STEPS) {
            all.addAll(List.of(StepBlock.LEARNING_RATE, StepBlock.GRADIENT_NORM));
        }
        return List.copyOf(all);
    }

    /// What the second chart shows.
    public String measure() {
        List<String> all = measures();
        return measure.filter(all::contains).or(() -> all.stream().findFirst()).orElse("loss");
    }

    /// Shows another of [#measures] in the second chart.
    public void setMeasure(String newMeasure) {
        measure = Optional.of(newMeasure);
        changed.run();
    }

    /// The second chart: [#measure] of the chosen runs.
    public Chart metric() {
        return chart(measure());
    }

    private Chart chart(String metric) {
        boolean spreads = metric.equals("loss") || metric.equals(StepBlock.GRADIENT_NORM);
        var comparison = new Comparison(groups(), words, texts, zoom, spreads ? scale : Scale.LINEAR);
        return switch (across) {
            case EPOCHS -> comparison.chart(metric);
            case STEPS -> comparison.byStep(metric, steps::of);
        };
    }

    /// Spreads losses and norms of gradients otherwise.
    public void setScale(Scale newScale) {
        scale = newScale;
        changed.run();
    }

    /// How losses and norms of gradients are spread.
    public Scale scale() {
        return scale;
    }

    /// Keeps a chart as a file: a picture, or a table of its curves.
    public void export(Chart chart, Path file) {
        background.run(() -> {
            ChartFile.write(chart, file);
            return file;
        }, _ -> done(), this::fail);
    }

    /// What a place of the charts is called.
    String place(double x) {
        return texts.get(across == Across.EPOCHS ? "runs.reading" : "runs.reading.step", texts.count(Math.round(x)));
    }

    /// Why the network of the chosen run cannot be opened; nothing where it can.
    public Optional<String> obstacleToOpen() {
        return chosen.size() == 1 ? Optional.empty()
                : Optional.of(texts.get(chosen.isEmpty() ? "runs.obstacle.none" : "runs.obstacle.several"));
    }

    /// Why the chosen run cannot go on; nothing where it was stopped or cut off.
    public Optional<String> obstacleToGoOn() {
        return obstacleToOpen().or(() -> only().flatMap(run -> switch (run.state()) {
            case STOPPED, CUT_OFF -> Runs.isUnfinished(run.folder()) ? Optional.empty()
                    : Optional.of(texts.get("runs.obstacle.no-checkpoint"));
            case TRAINING -> Optional.of(texts.get("runs.obstacle.under-way"));
            case COMPLETED, EARLY, DIVERGED -> Optional.of(texts.get("runs.obstacle.over"));
        }));
    }

    /// Why what the chosen run has learnt cannot be used, for a branch or to be asked; nothing where it can.
    public Optional<String> obstacleToUse() {
        return obstacleToOpen().or(() -> only().filter(run -> !Runs.hasWeights(run.folder()))
                .map(_ -> texts.get("runs.obstacle.no-weights")));
    }

    /// Writes down what the user thinks of a run.
    public void note(RunRecord run, RunNote note) {
        if (!note.equals(run.note())) {
            background.run(() -> {
                note.write(run.folder());
                return note;
            }, _ -> done(), this::fail);
        }
    }

    /// Why the chosen runs cannot be thrown away; nothing where they can.
    public Optional<String> obstacleToDelete() {
        if (chosen.isEmpty()) {
            return Optional.of(texts.get("runs.obstacle.none"));
        }
        return chosen().stream().anyMatch(run -> run.state() == State.TRAINING)
                ? Optional.of(texts.get("runs.obstacle.training"))
                : Optional.empty();
    }

    /// Throws the chosen runs away, into the trash.
    public void delete() {
        if (obstacleToDelete().isPresent()) {
            return;
        }
        List<Path> folders = List.copyOf(chosen);
        background.run(() -> {
            var gone = new ArrayList<Deleted>();
            for (Path folder : folders) {
                gone.add(new Deleted(folder, Runs.move(folder, trash)));
            }
            return gone;
        }, gone -> {
            deleted.clear();
            deleted.addAll(gone);
            done();
        }, this::fail);
    }

    /// How many runs were thrown away last, and can come back.
    public int deleted() {
        return deleted.size();
    }

    /// Takes what was thrown away last out of the trash.
    public void undoDelete() {
        List<Deleted> back = List.copyOf(deleted);
        deleted.clear();
        background.run(() -> {
            for (Deleted run : back) {
                Runs.move(run.to(), run.from().getParent());
            }
            return back;
        }, _ -> done(), this::fail);
    }

    private void done() {
        failure = Optional.empty();
        look();
        changed.run();
    }
}
