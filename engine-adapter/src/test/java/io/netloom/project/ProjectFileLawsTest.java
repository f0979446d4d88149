package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.RandomDrawings;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.data.Augmentation;
import io.netloom.data.ColumnType;
import io.netloom.data.Dialect;
import io.netloom.data.Feature;
import io.netloom.data.Missing;
import io.netloom.data.Splitting;
import io.netloom.data.TableFile;
import io.netloom.data.DataSource;
import io.netloom.data.Fractions;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.MaskFolder;
import io.netloom.data.PictureForm;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.Table;
import io.netloom.data.TableFile;
import io.netloom.data.TargetColumn;
import io.netloom.data.Tokenising;
import io.netloom.data.Windows;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// What is saved is what is loaded.
class ProjectFileLawsTest {
    private static final Path HOME = Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("netloom-laws-" + ProcessHandle.current().pid()).toAbsolutePath().normalize();

    @BeforeContainer
    static void makeFolder() throws IOException {
        Files.createDirectories(HOME);
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            files.sorted(Comparator.reverseOrder()).forEach(ProjectFileLawsTest::delete);
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatIsSavedIsWhatIsLoaded(@ForAll("projects") Project project) {
        Path file = HOME.resolve("一 project.netloom");
        ProjectFile.write(project, file);
        assertThat(ProjectFile.read(file)).isEqualTo(project);
    }

    @Provide
    Arbitrary<Project> projects() {
        return Combinators.combine(
                Arbitraries.oneOf(RandomDrawings.graphs(), RandomDrawings.nested(), RandomDrawings.resting()),
                sources().optional(0.9), plans())
                .as(Project::new);
    }

    private static Arbitrary<DataSource> sources() {
        Arbitrary<DataSource> pictures = Combinators.combine(paths(), forms()).as(ImageFolder::new);
        Arbitrary<DataSource> listed = Combinators
                .combine(paths(), paths(), names(), forms(),
                        Arbitraries.maps(names(), targetColumns()).ofMinSize(1).ofMaxSize(3))
                .as((file, folder, column, form, targets) -> new ImageTable(new TableFile(file), folder,
                        "path " + column, form,
                        new LinkedHashMap<>(targets)));
        Arbitrary<DataSource> masks = Combinators.combine(paths(), paths(),
                names().list().uniqueElements().ofMinSize(2).ofMaxSize(5))
                .as((images, given, classes) -> new MaskFolder(images, given, 3, 64, 48, classes));
        Arbitrary<DataSource> plain = Arbitraries.oneOf(pictures, listed, masks, paths().map(IdxFiles::new), tables());
        return Arbitraries.oneOf(plain, series(), Combinators
                .combine(plain, Arbitraries.maps(names(), names()).ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(Reconstructed.Beside.values()))
                .as((source, outputs, beside) -> new Reconstructed(source, new LinkedHashMap<>(outputs),
                        source instanceof Table || source instanceof ImageTable ? Reconstructed.Beside.TARGETS
                                : beside)));
    }

    private static Arbitrary<DataSource> tables() {
        Arbitrary<List<String>> columns = names().map(name -> "column " + name).list().uniqueElements().ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(paths(), Arbitraries.maps(names(), columns).ofMinSize(1).ofMaxSize(3),
                Arbitraries.maps(names(), targetColumns()).ofMinSize(1).ofMaxSize(3))
                .as((path, inputs, targets) -> new Table(path, new LinkedHashMap<>(inputs),
                        new LinkedHashMap<>(targets)))
                .flatMap(table -> Combinators.combine(dialects(), paths().optional(),
                        Arbitraries.maps(names(), features().list().ofMinSize(1).ofMaxSize(6)).ofMinSize(1)
                                .ofMaxSize(3))
                        .as((dialect, test, inputs) -> new Table(new TableFile(table.file().path(), dialect), test,
                                new LinkedHashMap<>(inputs), table.targets())));
    }

    private static Arbitrary<DataSource> series() {
        Arbitrary<Windows> windows = Combinators.combine(Arbitraries.integers().between(1, 500),
                Arbitraries.integers().between(1, 30), Arbitraries.integers().between(1, 3)).as(Windows::new);
        Arbitrary<Feature> carried = names().map(name -> new Feature.Number(name, Feature.Scale.ROBUST,
                new Missing(Missing.Fill.LAST).indicated()));
        Arbitrary<TargetColumn> targets = targetColumns().filter(
                target -> target.kind() == TargetColumn.Kind.NUMBER || target.kind() == TargetColumn.Kind.NUMBERS);
        return Combinators.combine(Combinators.combine(paths(), dialects()).as(TableFile::new), names(),
                names().optional(), windows,
                Arbitraries.maps(names(),
                        Arbitraries.oneOf(features().filter(feature -> !(feature instanceof Feature.Text)), carried)
                                .list().ofMinSize(1).ofMaxSize(6))
                        .ofMinSize(1)
                        .ofMaxSize(3),
                Arbitraries.maps(names(), targets).ofMinSize(1).ofMaxSize(2))
                .as((file, time, group, cut, inputs, wanted) -> new Series(file, time, group, cut,
                        new LinkedHashMap<>(inputs), new LinkedHashMap<>(wanted)));
    }

    private static Arbitrary<TargetColumn> targetColumns() {
        Arbitrary<TargetColumn> single = Combinators
                .combine(names().map(name -> "target " + name),
                        Arbitraries.of(TargetColumn.Kind.CLASS, TargetColumn.Kind.NUMBER))
                .as(TargetColumn::new);
        Arbitrary<TargetColumn> several = Combinators
                .combine(names().map(name -> "target " + name).list().uniqueElements().ofMinSize(2).ofMaxSize(4),
                        Arbitraries.of(TargetColumn.Kind.NUMBERS, TargetColumn.Kind.TAGS, TargetColumn.Kind.SHARES))
                .as((wanted, kind) -> new TargetColumn(wanted, kind, ""));
        Arbitrary<TargetColumn> tags = Combinators
                .combine(names().map(name -> "target " + name), Arbitraries.of(";", ", ", "|"))
                .as((column, separator) -> new TargetColumn(List.of(column), TargetColumn.Kind.TAGS, separator));
        return Arbitraries.oneOf(single, several, tags);
    }

    private static Arbitrary<Dialect> dialects() {
        Arbitrary<Optional<Character>> marks = Arbitraries.of(';', '\t', '|', '^').optional();
        return Combinators.combine(marks, Arbitraries.of('\'', '"').optional(),
                Arbitraries.of("UTF-16", "windows-1252").optional(), Arbitraries.of('.', ',').optional(),
                Arbitraries.of(true, false).optional(), names().list().ofMaxSize(3).optional(),
                Arbitraries.maps(names(), Arbitraries.of(ColumnType.class)).ofMaxSize(3))
                .as((delimiter, quote, encoding, decimal, header, missing, types) -> new Dialect(delimiter, quote,
                        quote, encoding, decimal, header, missing, new LinkedHashMap<>(types)));
    }

    private static Arbitrary<Feature> features() {
        Arbitrary<String> columns = names().map(name -> "column " + name);
        Arbitrary<Missing> filled = Arbitraries.of(Missing.LEAVE_OUT,
                new Missing(Missing.Fill.CONSTANT, "-1.5", Missing.Indicator.WITHOUT),
                new Missing(Missing.Fill.FREQUENT).indicated());
        Arbitrary<Feature> numbers = Combinators.combine(columns, Arbitraries.of(Feature.Scale.class),
                Arbitraries.oneOf(filled,
                        Arbitraries.of(new Missing(Missing.Fill.MEAN), new Missing(Missing.Fill.MEDIAN))))
                .as(Feature.Number::new);
        Arbitrary<Feature> categories = Combinators.combine(columns, Arbitraries.of(Feature.Coding.class),
                names().list().uniqueElements().ofMaxSize(4),
                Arbitraries.oneOf(filled, Arbitraries.of(new Missing(Missing.Fill.OWN))))
                .as((column, coding, order, missing) -> new Feature.Category(column, coding,
                        order.isEmpty() ? 7 : order.size(), order, missing));
        Arbitrary<Feature> flags = Combinators.combine(columns, filled).as(Feature.Flag::new);
        Arbitrary<Feature> dates = Combinators.combine(columns,
                Arbitraries.of(Feature.DatePart.class).list().uniqueElements().ofMinSize(1),
                Arbitraries.of(Missing.LEAVE_OUT, new Missing(Missing.Fill.MEAN).indicated()))
                .as(Feature.Moment::new);
        Arbitrary<Feature> texts = Combinators.combine(columns, Arbitraries.of(Tokenising.Unit.class),
                Arbitraries.of(Tokenising.Letters.class), Arbitraries.integers().between(3, 65_536),
                Arbitraries.of(Missing.LEAVE_OUT, new Missing(Missing.Fill.OWN),
                        new Missing(Missing.Fill.CONSTANT, "none", Missing.Indicator.WITHOUT)))
                .as((column, unit, letters, size, missing) -> new Feature.Text(column,
                        new Tokenising(unit, size, letters, size / 4 + 1), missing));
        return Arbitraries.oneOf(numbers, categories, flags, dates, texts);
    }

    private static Arbitrary<Splitting> splittings() {
        Arbitrary<String> columns = names().map(name -> "column " + name);
        return Arbitraries.oneOf(Arbitraries.of(new Splitting.Stratified(), new Splitting.Random()),
                columns.map(Splitting.Group::new), columns.map(Splitting.Time::new),
                columns.map(Splitting.Column::new));
    }

    private static Arbitrary<TrainingPlan> plans() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 0.49);
        return Combinators.combine(Arbitraries.integers().between(1, 1_000_000),
                Arbitraries.integers().between(1, 1_000_000), Arbitraries.doubles().between(0, false, 100, true),
                optimisers(), Combinators.combine(shares, shares).as(Fractions::new), Arbitraries.longs())
                .as(TrainingPlan::new)
                .flatMap(plan -> Combinators.combine(Arbitraries.maps(names(), losses()).ofMaxSize(3),
                        Arbitraries.maps(names(), Arbitraries.doubles().between(0, false, 1000, true)).ofMaxSize(3),
                        splittings())
                        .as((losses, weights, splitting) -> new TrainingPlan(plan.epochs(), plan.batchSize(),
                                plan.learningRate(),
                                plan.schedule(), plan.learning(), plan.patience(), losses, weights, splitting,
                                plan.fractions(), plan.seed(), plan.augmentation())))
                .flatMap(plan -> augmentations().map(plan::withAugmentation));
    }

    private static Arbitrary<PictureForm> forms() {
        return Combinators.combine(Arbitraries.of(1, 3), Arbitraries.integers().between(1, 2048),
                Arbitraries.integers().between(1, 2048), Arbitraries.of(PictureForm.Fitting.values()))
                .as(PictureForm::new);
    }

    private static Arbitrary<Augmentation> augmentations() {
        return Combinators.combine(Arbitraries.of(Augmentation.Flip.values()),
                Arbitraries.doubles().between(0, 0.5).list().ofSize(10))
                .as((flip, some) -> new Augmentation(flip, some.get(0), some.get(1), some.get(2), some.get(3),
                        some.get(4), some.get(5), some.get(6), some.get(7), some.get(8), some.get(9)));
    }

    private static Arbitrary<Loss> losses() {
        Arbitrary<Loss.ClassWeights> given = Arbitraries.maps(names(), Arbitraries.doubles().between(0, 10))
                .ofMaxSize(3).map(Loss.ClassWeights.Given::new);
        Arbitrary<Loss.ClassWeights> weights = Arbitraries.oneOf(given,
                Arbitraries.of(new Loss.ClassWeights.Even(), new Loss.ClassWeights.Balanced()));
        return Arbitraries.oneOf(
                Arbitraries.of(Loss.MSE, new Loss.Mae(), new Loss.Cosine(), new Loss.KlDivergence()),
                weights.map(Loss.Bce::new), Arbitraries.doubles().between(0, false, 10, true).map(Loss.Huber::new),
                Combinators.combine(Arbitraries.doubles().between(0, true, 1, false), weights)
                        .as(Loss.CrossEntropy::new));
    }

    private static Arbitrary<Optimiser> optimisers() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, true, 1, false);
        Arbitrary<Double> epsilons = Arbitraries.doubles().between(0, false, 1, true);
        return Arbitraries.oneOf(Combinators.combine(shares, shares).as(Optimiser.Sgd::new),
                Combinators.combine(shares, shares, epsilons, shares).as(Optimiser.Adam::new));
    }

    /// Beside the project, above it, far away.
    private static Arbitrary<Path> paths() {
        return Combinators.combine(Arbitraries.of(HOME, HOME.getParent(), HOME.getRoot()),
                Arbitraries.of("data", "my data", "数据", "a.b", "~", "#1").list().ofMaxSize(3))
                .as((root, names) -> names.stream().reduce(root, Path::resolve, (a, _) -> a));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of("a", "长度", "bill length (mm)", "\"quoted\"", "back\\slash", "🐧"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(8).alpha());
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
