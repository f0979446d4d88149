package io.netloom.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netloom.app.dataset.Answers.Order;
import io.netloom.app.dataset.Division.Way;
import io.netloom.app.dataset.WizardViewModel.Page;
import io.netloom.app.document.Document;
import io.netloom.app.document.Homes;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.SettingsFile;
import io.netloom.app.document.Workspace;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.data.Augmentation;
import io.netloom.data.ColumnType;
import io.netloom.data.Dialect;
import io.netloom.data.Feature;
import io.netloom.data.Fractions;
import io.netloom.data.ImageFolder;
import io.netloom.data.Missing;
import io.netloom.data.PictureForm;
import io.netloom.data.Series;
import io.netloom.data.SeriesChoice;
import io.netloom.data.Splitting;
import io.netloom.data.Table;
import io.netloom.data.TablePreview;
import io.netloom.data.TargetColumn;
import io.netloom.graph.GraphEdit;
import io.netloom.profile.Concern;
import io.netloom.profile.TableProfile;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The wizard without a window.
class WizardViewModelTest {
    private static final Path SAMPLES = Path.of("../samples");
    private static final Path PENGUINS = SAMPLES.resolve("penguins/penguins.csv");
    private static final Path WEATHER = SAMPLES.resolve("seattle-forecast/weather.csv");

    @TempDir
    private Path folder;
    private final Texts texts = Texts.of(Language.ENGLISH, Locale.ROOT);
    private final Workspace workspace = new Workspace(Background.atOnce(), Optional.empty(),
            new Homes(Path.of("target/unsaved"), Path.of("target/trash")),
            new SettingsFile(Path.of("target/no-settings")), Object::toString);

    @ParameterizedTest
    @EnumSource(BadData.class)
    void badDataGivesItsMessageAndLeavesTheProjectAsItWas(BadData bad) throws IOException {
        Document document = workspace.create("mine");
        Project before = document.project();
        for (Optional<Document> join : List.of(Optional.<Document>empty(), Optional.of(document))) {
            WizardViewModel wizard = wizard(join, Background.atOnce());
            wizard.look(join.isEmpty() ? bad.in(folder) : wizardPath(bad));
            wizard.next();
            assertThat(wizard.problem()).hasValueSatisfying(message -> assertThat(message).contains(bad.says())
                    .doesNotContain("Exception").doesNotStartWith("java."));
            assertThat(wizard.whyNotFinish()).isPresent();
            assertThat(wizard.finish()).isFalse();
        }
        assertThat(document.project()).isSameAs(before);
        assertThat(document.undoLabel()).isEmpty();
        assertThat(workspace.documents()).containsExactly(document);
    }

    private Path wizardPath(BadData bad) throws IOException {
        return bad.in(Files.createDirectories(folder.resolve("again")));
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        Path file = table("a,label", 20);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("this user may read everything").isFalse();
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(file);
        assertThat(wizard.page()).isEqualTo(Page.START);
        assertThat(wizard.problem()).isPresent();
    }

    @Test
    void spacesChineseCharactersAndUtf16WithItsMarkAreNoProblem() throws IOException {
        Path place = Files.createDirectories(folder.resolve("my data 数据"));
        Path file = place.resolve("企鹅 1.csv");
        Files.write(file, Files.readString(PENGUINS).getBytes(StandardCharsets.UTF_16));
        WizardViewModel wizard = offered(file);
        assertThat(wizard.finish()).isTrue();
        assertThat(shown().name()).isEqualTo("企鹅 1");
        assertThat(shown().project().data()).hasValueSatisfying(
                data -> assertThat(((Table) data).file().path()).isEqualTo(file.toAbsolutePath().normalize()));
    }

    @Test
    void penguinsBecomeANetworkInATabOfItsOwnThatIsNotSavedYet() {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(PENGUINS);
        assertThat(wizard.page()).isEqualTo(Page.DATA);
        assertThat(wizard.known().columns()).hasSize(7);
        assertThat(wizard.known().targets()).containsExactly("species");
        assertThat(wizard.known().roles()).containsEntry("species", Role.LEARNT).containsEntry("island", Role.CATEGORY)
                .containsEntry("body_mass_g", Role.NUMBER);
        wizard.next();
        assertThat(wizard.offer()).hasValueSatisfying(offer -> {
            assertThat(offer.reason().orElseThrow().toString()).contains("3 classes");
            assertThat(offer.parts().stream().mapToInt(i -> i).sum()).isEqualTo(344);
        });
        assertThat(workspace.documents()).isEmpty();
        assertThat(wizard.finish()).isTrue();
        assertThat(shown().unsaved()).isTrue();
        assertThat(shown().check().findings()).isEmpty();
        assertThat(shown().project().data()).isPresent();
    }

    @Test
    void rolesTargetAndPartsAreAsTheUserSays() {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(PENGUINS);
        wizard.answer().setTarget("body_mass_g");
        assertThat(wizard.known().kind()).contains(TargetColumn.Kind.NUMBER);
        wizard.answer().setRole("flipper_length_mm", Role.LEARNT);
        wizard.answer().setRole("island", Role.LEFT_OUT);
        wizard.answer().setRole("bill_depth_mm", Role.CATEGORY);
        wizard.next();
        assertThat(wizard.problem()).isEmpty();
        wizard.setDivision(wizard.division().orElseThrow().with(Way.GROUP, "island").with(new Fractions(0.3, 0)));
        wizard.finish();
        Table table = (Table) shown().project().data().orElseThrow();
        assertThat(table.targets().get("numbers").columns()).containsExactly("body_mass_g", "flipper_length_mm");
        List<Feature> features = table.inputs().values().stream().flatMap(List::stream).toList();
        assertThat(features.stream().map(Feature::column)).contains("species", "bill_depth_mm")
                .doesNotContain("island");
        assertThat(features.stream().filter(f -> f.column().equals("bill_depth_mm")).findFirst())
                .containsInstanceOf(Feature.Category.class);
        assertThat(table.file().dialect().types()).containsEntry("bill_depth_mm", ColumnType.TEXT);
        assertThat(shown().project().plan().splitting()).isEqualTo(new Splitting.Group("island"));
        assertThat(shown().project().plan().fractions().test()).isZero();
    }

    @Test
    void aColumnThatCannotBeWhatIsSaidSaysWhy() {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(PENGUINS);
        wizard.answer().setRole("island", Role.NUMBER);
        wizard.next();
        assertThat(wizard.problem()).hasValueSatisfying(
                message -> assertThat(message).contains("island").contains("Biscoe"));
        wizard.back();
        wizard.answer().setRole("island", Role.CATEGORY);
        wizard.next();
        assertThat(wizard.whyNotFinish()).isEmpty();
    }

    @Test
    void aSeriesIsForecastOrLearntRowByRow() {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(WEATHER);
        wizard.answer().setTarget("temp_max");
        assertThat(wizard.known().isSeries()).isTrue();
        assertThat(wizard.known().answers().series().time()).contains("date");
        SeriesChoice.Wish found = wizard.known().answers().series();
        wizard.answer().setSeries(new SeriesChoice.Wish(found.time(), found.group(), Optional.of(10), Optional.of(3),
                found.stride()));
        wizard.next();
        wizard.finish();
        assertThat(((Series) shown().project().data().orElseThrow()).windows().horizon()).isEqualTo(3);
        wizard.back();
        wizard.answer().setOrder(Order.ROWS);
        wizard.next();
        wizard.finish();
        assertThat(shown().project().data().orElseThrow()).isInstanceOf(Table.class);
    }

    @Test
    void picturesAreBroughtToTheSizeThatIsSaid() throws IOException {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(shapes());
        assertThat(wizard.known().form()).contains(new PictureForm(3, 20, 20));
        wizard.setForm(new PictureForm(1, 16, 16, PictureForm.Fitting.FIT));
        wizard.next();
        wizard.finish();
        assertThat(((ImageFolder) shown().project().data().orElseThrow()).form().channels()).isEqualTo(1);
        assertThat(shown().check().findings()).isEmpty();
    }

    @Test
    void afterAnAnswerOnlyWhatItChangesIsLookedAtAgain() {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(PENGUINS);
        Look first = wizard.known().look().orElseThrow();
        wizard.answer().setRole("island", Role.LEFT_OUT);
        Look second = wizard.known().look().orElseThrow();
        assertThat(second.found()).isSameAs(first.found());
        assertThat(second.choice().orElseThrow().features()).extracting(Feature::column).doesNotContain("island");
        wizard.answer().setTarget("sex");
        TableProfile before = first.rows().orElseThrow().profile();
        TableProfile after = wizard.known().look().flatMap(Look::rows).orElseThrow().profile();
        assertThat(after.target().column()).isEqualTo("sex");
        assertThat(after.columns()).hasSameSizeAs(before.columns())
                .allSatisfy(column -> assertThat(before.columns()).anySatisfy(old -> assertThat(old).isSameAs(column)));
    }

    @Test
    void whatWasFoundStaysInSightUntilTheNextIsThereAndStopLeadsBackToIt() {
        var later = new Later();
        WizardViewModel wizard = wizard(Optional.empty(), later);
        wizard.look(PENGUINS);
        later.runAll();
        Optional<Look> found = wizard.known().look();
        wizard.answer().setTarget("sex");
        assertThat(wizard.work().isBusy()).isTrue();
        assertThat(wizard.known().look()).isEqualTo(found);
        assertThat(wizard.page()).isEqualTo(Page.DATA);
        assertThat(wizard.known().targets()).containsExactly("sex");
        wizard.stop();
        later.runAll();
        assertThat(wizard.known().targets()).containsExactly("species");
        assertThat(wizard.known().look()).isEqualTo(found);
        assertThat(wizard.whyNotNext()).isEmpty();
    }

    @Test
    void whatWasFoundOutAboutAFileIsOverruled() throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.writeString(file, IntStream.range(0, 30)
                .mapToObj(i -> "shop " + i % 3 + ";1." + (i % 9 + 1) + "00,50;" + (i % 4 == 0 ? "nix" : i % 7) + ";"
                        + (i % 2 == 0 ? "a" : "b"))
                .collect(Collectors.joining("\n", "shop;price;count;label\n", "\n")));
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(file);
        wizard.back();
        assertThat(wizard.page()).isEqualTo(Page.WRITING);
        assertThat(wizard.preview().flatMap(Preview::table).flatMap(TablePreview::written)).hasValueSatisfying(
                written -> assertThat(written.delimiter()).contains(';'));
        wizard.setDialect(d -> d.withDelimiter(Optional.of(',')));
        assertThat(wizard.whyNotNext()).hasValueSatisfying(why -> assertThat(why).contains("fields"));
        assertThat(wizard.preview().orElseThrow().lines()).first().isEqualTo("shop;price;count;label");
        wizard.setDialect(_ -> Dialect.FOUND);
        wizard.setDialect(d -> d.withDecimal(Optional.of(';')));
        assertThat(wizard.problem()).hasValueSatisfying(why -> assertThat(why).contains("decimal mark"));
        wizard.setDialect(d -> d.withMissing(Optional.of(List.of("nix"))));
        wizard.next();
        assertThat(wizard.page()).isEqualTo(Page.DATA);
        assertThat(wizard.known().columns().get(2)).satisfies(count -> {
            assertThat(count.type()).isEqualTo(ColumnType.NUMBER);
            assertThat(count.missing()).isEqualTo(8);
        });
        wizard.answer().setType("count", Optional.of(ColumnType.TEXT));
        assertThat(wizard.known().columns().get(2).type()).isEqualTo(ColumnType.TEXT);
        wizard.next();
        wizard.finish();
        Dialect kept = ((Table) shown().project().data().orElseThrow()).file().dialect();
        assertThat(kept.missing()).contains(List.of("nix"));
        assertThat(kept.types()).containsEntry("count", ColumnType.TEXT);
    }

    @Test
    void aFileInAnotherEncodingIsReadOnceThatIsSaid() throws IOException {
        Path file = folder.resolve("alt.csv");
        Files.write(file, IntStream.range(0, 30).mapToObj(i -> i + "," + (i % 2 == 0 ? "größer" : "kleiner"))
                .collect(Collectors.joining("\n", "a,label\n", "\n")).getBytes(StandardCharsets.ISO_8859_1));
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(file);
        assertThat(wizard.page()).isEqualTo(Page.WRITING);
        assertThat(wizard.whyNotNext()).hasValueSatisfying(why -> assertThat(why).contains("windows-1252"));
        wizard.setDialect(d -> d.withEncoding(Optional.of("windows-1252")));
        assertThat(wizard.whyNotNext()).isEmpty();
        wizard.next();
        assertThat(wizard.page()).isEqualTo(Page.DATA);
        assertThat(wizard.known().columns().get(1).examples()).contains("größer");
    }

    @Test
    void anotherFileIsTheTestAndIsComparedWithTheFirst() throws IOException {
        List<String> lines = Files.readAllLines(PENGUINS);
        Path test = folder.resolve("test.csv");
        Files.write(test, Stream.concat(Stream.of(lines.getFirst()), lines.subList(1, 41).stream()).toList());
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(PENGUINS);
        wizard.answer().setTest(Optional.of(test));
        assertThat(wizard.known().look().orElseThrow().concerns()).first()
                .satisfies(c -> assertThat(c.kind()).isEqualTo(Concern.Kind.IN_BOTH_PARTS));
        wizard.next();
        assertThat(wizard.offer().orElseThrow().parts().get(2)).isEqualTo(40);
        wizard.finish();
        assertThat(((Table) shown().project().data().orElseThrow()).test()).contains(test.toAbsolutePath());
    }

    @Test
    void aColumnIsPreparedAsTheUserSaysAndResetToWhatWasProposed() {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(PENGUINS);
        Feature proposed = wizard.known().feature("body_mass_g").orElseThrow();
        var wish = new Feature.Number("body_mass_g", Feature.Scale.ROBUST, new Missing(Missing.Fill.MEAN));
        wizard.answer().setFeature(wish);
        wizard.answer().setFeature(new Feature.Category("island", Feature.Coding.EMBEDDING, 3));
        wizard.next();
        wizard.finish();
        Table table = (Table) shown().project().data().orElseThrow();
        assertThat(table.inputs().values().stream().flatMap(List::stream)).contains(wish);
        assertThat(table.inputs()).containsKey("island");
        assertThat(shown().check().findings()).isEmpty();
        wizard.back();
        wizard.answer().resetFeature("body_mass_g");
        assertThat(wizard.known().feature("body_mass_g")).contains(proposed);
    }

    @Test
    void whatIsWrongIsMendedWithoutLeavingThePage() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file,
                IntStream.range(0, 200).mapToObj(i -> i + "," + (i % 9 == 0 ? -999 : 20 + i % 50) + ",7,"
                        + (20240101 + i % 28) + "," + (i % 3 == 0 ? "yes" : "no"))
                        .collect(Collectors.joining("\n", "id,age,same,day,label\n", "\n")));
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(file);
        Concern sentinel = wizard.known().look().orElseThrow().concerns().stream()
                .filter(c -> c.kind() == Concern.Kind.SENTINEL).findFirst().orElseThrow();
        assertThat(sentinel.words()).containsExactly("-999");
        wizard.answer().readAsMissing(sentinel.words());
        wizard.answer().setType("day", Optional.of(ColumnType.DATE));
        assertThat(wizard.page()).isEqualTo(Page.DATA);
        assertThat(wizard.known().columns().get(1).missing()).isEqualTo(23);
        assertThat(wizard.known().look().orElseThrow().concerns()).extracting(Concern::kind)
                .doesNotContain(Concern.Kind.SENTINEL, Concern.Kind.DATES_AS_TEXT);
        wizard.answer().leaveOut(List.of("age"));
        assertThat(wizard.known().roles()).containsEntry("age", Role.LEFT_OUT).containsEntry("day", Role.DATE);
    }

    @Test
    void picturesAreShownAsTheyAreChanged() throws IOException {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(shapes());
        wizard.next();
        wizard.drawSheet();
        BufferedImage plain = wizard.augmenting().sheet().orElseThrow();
        wizard.setAugmentation(new Augmentation(Augmentation.Flip.BOTH, 45, 0, 0, 0, 0.5, 0, 0, 0, 0, 0));
        wizard.drawSheet();
        BufferedImage changed = wizard.augmenting().sheet().orElseThrow();
        assertThat(changed.getWidth()).isEqualTo(plain.getWidth());
        assertThat(changed.getRGB(0, 0, changed.getWidth(), changed.getHeight(), null, 0, changed.getWidth()))
                .isNotEqualTo(plain.getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0, plain.getWidth()));
        wizard.finish();
        assertThat(shown().project().plan().augmentation().rotation()).isEqualTo(45);
        wizard.close();
    }

    private Path shapes() throws IOException {
        for (String name : List.of("circles", "squares")) {
            Path at = Files.createDirectories(folder.resolve("shapes").resolve(name));
            for (int i = 0; i < 12; i++) {
                var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i, name.length(), 0xFF00FF + i);
                ImageIO.write(image, "png", at.resolve(i + ".png").toFile());
            }
        }
        return folder.resolve("shapes");
    }

    @Test
    void dataJoinsTheNetworkThatIsThereInOneStepWithWhatMendsIt() {
        workspace.create("mine", ProjectFile.read(SAMPLES.resolve("xor/xor.netloom")));
        Document document = shown();
        Project before = document.project();
        WizardViewModel wizard = wizard(Optional.of(document), Background.atOnce());
        wizard.look(PENGUINS);
        wizard.next();
        assertThat(wizard.offer().orElseThrow().findings()).hasSize(2);
        while (!wizard.offer().orElseThrow().findings().isEmpty()) {
            GraphEdit fix = wizard.offer().orElseThrow().findings().getFirst().fixes().getFirst();
            wizard.mend(fix);
        }
        assertThat(document.project()).isSameAs(before);
        assertThat(wizard.finish()).isTrue();
        assertThat(workspace.documents()).containsExactly(document);
        assertThat(document.project().data().orElseThrow()).isInstanceOf(Table.class);
        assertThat(document.check().findings()).isEmpty();
        document.undo();
        assertThat(document.project()).isEqualTo(before);
    }

    @Test
    void whatIsGivenUpIsNotShownWhenItComes() {
        var later = new Later();
        WizardViewModel wizard = wizard(Optional.empty(), later);
        wizard.look(PENGUINS);
        assertThat(wizard.work().isBusy()).isTrue();
        assertThat(wizard.whyNotNext()).isPresent();
        wizard.startOver();
        later.runAll();
        assertThat(wizard.known().look()).isEmpty();
        assertThat(wizard.problem()).isEmpty();
        assertThat(wizard.page()).isEqualTo(Page.START);
    }

    /// Work that is done when the test says so.
    private static final class Later implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            waiting.add(() -> Background.atOnce().run(work, done, failed));
        }

        void runAll() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }

    private WizardViewModel offered(Path data) {
        WizardViewModel wizard = wizard(Optional.empty(), Background.atOnce());
        wizard.look(data);
        wizard.next();
        assertThat(wizard.problem()).isEmpty();
        return wizard;
    }

    private WizardViewModel wizard(Optional<Document> join, Background background) {
        return new WizardViewModel(workspace, join, texts, background, _ -> _ -> {});
    }

    private Path table(String header, int rows) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, IntStream.range(0, rows).mapToObj(i -> i + "," + i % 2)
                .collect(Collectors.joining("\n", header + "\n", "\n")));
        return file;
    }

    private Document shown() {
        return workspace.shown().orElseThrow();
    }
}
