package io.netloom.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.app.chart.Chart;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.app.training.RateSearchViewModel.State;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search for a learning rate without a window.
@Tag("engine")
class RateSearchViewModelTest {
    private static final Texts TEXTS = Texts.of(Language.ENGLISH, Locale.ROOT);

    @TempDir
    private Path folder;

    private final Document document = Document.of(ProjectFile.read(Path.of("../samples/penguins/penguins.netloom")),
            "penguins", edit -> EditWords.of(TEXTS, edit));

    private TrainingViewModel model() {
        var desk = new TrainingDesk(Background.atOnce(), all -> one -> all.accept(List.of(one)));
        return new TrainingViewModel(document, desk, TEXTS, Background.atOnce());
    }

    @Test
    void aRateIsSuggestedAnotherIsChosenAndTakenAsOneStep() {
        TrainingViewModel model = model();
        RateSearchViewModel search = model.rateSearch();
        assertThat(search.chosen()).isEmpty();
        search.start();
        assertThat(search.state()).isEqualTo(State.FOUND);
        double suggested = search.chosen().orElseThrow();
        assertThat(search.chart().marks()).singleElement().extracting(Chart.Mark::name).asString()
                .startsWith("suggested: ");
        search.choose(search.chart().axis().x(0.0123));
        assertThat(search.chosen()).hasValue(0.012);
        assertThat(search.use()).isEqualTo("Use 0.012");
        assertThat(search.chart().marks()).hasSize(2);
        search.nudge(1);
        assertThat(search.chosen().orElseThrow()).isBetween(0.013, 0.014);
        double before = document.project().plan().learningRate();
        model.plan().setRate(suggested);
        assertThat(document.project().plan().learningRate()).isEqualTo(suggested);
        document.undo();
        assertThat(document.project().plan().learningRate()).isEqualTo(before);
        assertThat(Files.exists(folder.resolve("runs"))).isFalse();
    }

    @Test
    void whyNothingCanBeSearchedIsSaid() {
        document.change("data", project -> new Project(project.graph(), Optional.empty(), project.plan()));
        RateSearchViewModel search = model().rateSearch();
        search.start();
        assertThat(search.state()).isEqualTo(State.FAILED);
        assertThat(search.words()).startsWith("This project names no data");
        assertThat(search.chosen()).isEmpty();
        search.choose(3);
        assertThat(search.chosen()).isEmpty();
    }

    @Test
    void theAxisSaysPowersOfTen() {
        Chart.Axis axis = new Chart.Axis.Powers(1e-7);
        assertThat(axis.said(0)).isEqualTo(1e-7);
        assertThat(axis.x(1e-3)).isEqualTo(4);
        assertThat(axis.said(axis.x(0.32))).isCloseTo(0.32, within(1e-12));
    }
}
