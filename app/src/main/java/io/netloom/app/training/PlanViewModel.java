package io.netloom.app.training;

import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.text.Texts;
import io.netloom.app.training.PlanRow.Kind;
import io.netloom.compile.Loss;
import io.netloom.data.DataSource;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.MaskFolder;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.data.TextFile;
import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The plan of a document, line by line, as its record has it. Each change is a step that can be undone, and is saved with the
/// project.
public final class PlanViewModel {
    private static final List<String> RATE = List.of("learningRate");
    private static final List<List<String>> SHOWN = List.of(List.of("learning", "optimiser"), RATE,
            List.of("schedule"), List.of("batchSize"), List.of("epochs"), List.of("patience"), List.of("losses"),
            List.of("learning", "clipping"), List.of("learning", "precision"), List.of("fractions", "validation"),
            List.of("fractions", "test"), List.of("seed"));
    private static final String LOSSES = "losses";
    private static final String USUAL = "usual";
    /// A loss that the project's file gives and no choice does.
    private static final String GIVEN = "given";
    private static final List<String> PRECISION = List.of("learning", "precision");
    private static final List<String> PRECISIONS = Stream.concat(Stream.of(Optional.<Precision>empty()),
            Arrays.stream(Precision.values()).map(Optional::of)).map(Precision::text).toList();
    private static final List<String> DEVICE = List.of("(device)");
    private static final int CURVE_STEPS_AN_EPOCH = 100;

    private final Document document;
    private final TrainingDesk desk;
    private final Texts texts;
    private final List<Runnable> ends = new ArrayList<>();
    private Runnable changed = () -> {};

    PlanViewModel(Document document, TrainingDesk desk, Texts texts) {
        this.document = document;
        this.desk = desk;
        this.texts = texts;
        ends.add(document.listen(change -> {
            if (change == Change.PROJECT) {
                changed.run();
            }
        }));
    }

    /// Calls this after something else is to be shown.
    void onChange(Runnable listener) {
        changed = listener;
    }

    /// The lines, from top to bottom. What belongs to a choice follows it.
    List<PlanRow> rows() {
        var rows = new ArrayList<PlanRow>();
        for (List<String> path : SHOWN) {
            if (path.getFirst().equals(LOSSES)) {
                targets().forEach((target, kind) -> addLoss(rows, target, kind));
            } else {
                add(rows, path, 0);
            }
        }
        rows.add(rows.size() - 1, new PlanRow(DEVICE, 0, Kind.CHOICE, desk.device(document),
                List.of("auto", "cpu", "gpu")));
        return rows;
    }

    private void add(List<PlanRow> rows, List<String> path, int depth) {
        if (path.equals(PRECISION)) {
            rows.add(new PlanRow(path, depth, Kind.CHOICE, Precision.text(plan().learning().precision()),
                    PRECISIONS));
            return;
        }
        Object value = RecordTree.at(plan(), path);
        Class<?> type = RecordTree.type(plan(), path);
        Optional<List<? extends Record>> choices = Choices.of(type);
        if (choices.isPresent()) {
            rows.add(new PlanRow(path, depth, Kind.CHOICE, Choices.name(value),
                    choices.get().stream().map(Choices::name).toList()));
            addComponents(rows, path, value, depth);
        } else if (type == boolean.class) {
            rows.add(new PlanRow(path, depth, Kind.SWITCH, value.toString(), List.of()));
        } else if (value instanceof Number number) {
            rows.add(new PlanRow(path, depth, Kind.NUMBER, text(number), List.of()));
        }
    }

    private void addComponents(List<PlanRow> rows, List<String> path, Object value, int depth) {
        for (String name : RecordTree.names(value)) {
            add(rows, join(path, name), depth + 1);
        }
    }

    /// The loss of a target that is not named in the plan is the usual one of its task.
    private void addLoss(List<PlanRow> rows, String target, TargetColumn.Kind kind) {
        Map<String, Loss> known = losses(kind);
        String now = Optional.ofNullable(plan().losses().get(target)).map(given -> known.entrySet().stream()
                .filter(loss -> loss.getValue().equals(given)).map(Map.Entry::getKey).findFirst().orElse(GIVEN))
                .orElse(USUAL);
        var names = new ArrayList<>(List.of(USUAL));
        names.addAll(known.keySet());
        if (now.equals(GIVEN)) {
            names.add(GIVEN);
        }
        rows.add(new PlanRow(List.of(LOSSES, target), 0, Kind.CHOICE, now, names));
    }

    private Map<String, TargetColumn.Kind> targets() {
        return document.project().data().map(PlanViewModel::targets).orElse(Map.of());
    }

    /// The targets whose loss can be chosen, by name.
    private static Map<String, TargetColumn.Kind> targets(DataSource source) {
        return switch (source) {
            case Table table -> kinds(table.targets());
            case ImageTable table -> kinds(table.targets());
            case Series series -> kinds(series.targets());
            case ImageFolder _ -> Map.of(ImageFolder.TARGET, TargetColumn.Kind.CLASS);
            case IdxFiles _ -> Map.of(IdxFiles.TARGET, TargetColumn.Kind.CLASS);
            case Reconstructed(DataSource of, var _, Reconstructed.Beside beside) -> switch (beside) {
                case TARGETS -> targets(of);
                case NOTHING -> Map.of();
            };
            case MaskFolder _,TextFile _ -> Map.of();
        };
    }

    private static Map<String, TargetColumn.Kind> kinds(Map<String, TargetColumn> columns) {
        var kinds = new LinkedHashMap<String, TargetColumn.Kind>();
        columns.forEach((name, column) -> kinds.put(name, column.kind()));
        return kinds;
    }

    private static Map<String, Loss> losses(TargetColumn.Kind kind) {
        var even = new Loss.ClassWeights.Even();
        var balanced = new Loss.ClassWeights.Balanced();
        var byName = new LinkedHashMap<String, Loss>();
        switch (kind) {
            case CLASS -> {
                byName.put("crossentropy", Loss.CROSS_ENTROPY);
                byName.put("crossentropy-balanced", new Loss.CrossEntropy(0, balanced));
                byName.put("crossentropy-smooth", new Loss.CrossEntropy(0.1, even));
            }
            case NUMBER, NUMBERS -> {
                byName.put("mse", Loss.MSE);
                byName.put("mae", new Loss.Mae());
                byName.put("huber", new Loss.Huber(1));
                if (kind == TargetColumn.Kind.NUMBERS) {
                    byName.put("cosine", new Loss.Cosine());
                }
            }
            case TAGS -> {
                byName.put("bce", new Loss.Bce(even));
                byName.put("bce-balanced", new Loss.Bce(balanced));
            }
            case SHARES -> byName.put("kldivergence", new Loss.KlDivergence());
        }
        return byName;
    }

    /// What a line is called.
    String label(PlanRow row) {
        if (row.path().getFirst().equals(LOSSES)) {
            return targets().size() == 1 ? texts.get("training.plan.loss")
                    : texts.get("training.plan.loss-of", row.path().getLast());
        }
        return texts.get("training.plan." + key(row));
    }

    /// What it does, and between which values.
    String help(PlanRow row) {
        String name = row.path().getFirst().equals(LOSSES) ? "loss" : key(row);
        return texts.get("training.help." + name);
    }

    /// What a choice is called.
    String word(String choice) {
        return texts.get("training.choice." + choice);
    }

    private static String key(PlanRow row) {
        return row.path().getLast().replaceAll("[()]", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// What is wrong with a text as a value of a line; nothing where it will do.
    Optional<String> problem(PlanRow row, String text) {
        try {
            changed(row, text);
            return Optional.empty();
        } catch (BadInput | NumberFormatException | ArithmeticException _) {
            return Optional.of(help(row));
        }
    }

    /// Gives a line another value, as one step. What is no value is left.
    void set(PlanRow row, String text) {
        if (row.path().equals(DEVICE)) {
            desk.setDevice(document, text);
            changed.run();
        } else if (!text.equals(row.value()) && problem(row, text).isEmpty()) {
            TrainingPlan next = changed(row, text);
            if (!next.equals(plan())) {
                document.change(texts.get("training.step-of-plan", label(row)), project -> project.withPlan(next));
            }
        }
    }

    /// Gives the plan another learning rate, as one step.
    void setRate(double rate) {
        rows().stream().filter(row -> row.path().equals(RATE)).findFirst()
                .ifPresent(row -> set(row, text(rate)));
    }

    private TrainingPlan changed(PlanRow row, String text) {
        if (row.path().getFirst().equals(LOSSES)) {
            return withLoss(row.path().getLast(), text);
        }
        if (row.path().equals(PRECISION)) {
            return plan().withLearning(plan().learning().in(Precision.parse(text)));
        }
        Class<?> type = RecordTree.type(plan(), row.path());
        Optional<List<? extends Record>> choices = Choices.of(type);
        Object value;
        if (choices.isPresent()) {
            value = choices.get().stream().filter(choice -> Choices.name(choice).equals(text)).findFirst()
                    .orElseThrow(() -> new BadInput(Sentence.plain(text)));
        } else if (type == boolean.class) {
            value = Boolean.parseBoolean(text);
        } else {
            value = number(type, text.strip());
        }
        return RecordTree.with(plan(), row.path(), value);
    }

    private TrainingPlan withLoss(String target, String name) {
        var losses = new LinkedHashMap<>(plan().losses());
        if (name.equals(GIVEN)) {
            return plan();
        }
        losses.remove(target);
        Optional.ofNullable(losses(targets().get(target)).get(name)).ifPresent(loss -> losses.put(target, loss));
        return RecordTree.with(plan(), List.of(LOSSES), losses);
    }

    private static Object number(Class<?> type, String text) {
        if (type == int.class) {
            return new BigDecimal(text).intValueExact();
        } else if (type == long.class) {
            return new BigDecimal(text).longValueExact();
        }
        return new BigDecimal(text).doubleValue();
    }

    /// The learning rate over the whole training, so many values from left to right; plateaus are not foreseen.
    double[] curve(int values) {
        TrainingPlan plan = plan();
        long steps = (long) plan.epochs() * CURVE_STEPS_AN_EPOCH;
        double[] curve = new double[values];
        for (int i = 0; i < values; i++) {
            long step = Math.round((double) i / (values - 1) * (steps - 1));
            curve[i] = plan.learningRate() * plan.schedule()
                    .factor(new Schedule.Moment(step, CURVE_STEPS_AN_EPOCH, steps, 0));
        }
        return curve;
    }

    /// Ends listening.
    void close() {
        ends.forEach(Runnable::run);
    }

    private TrainingPlan plan() {
        return document.project().plan();
    }

    private static String text(Number number) {
        return number instanceof Double d ? new BigDecimal(d.toString()).stripTrailingZeros().toPlainString()
                : number.toString();
    }

    private static List<String> join(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
