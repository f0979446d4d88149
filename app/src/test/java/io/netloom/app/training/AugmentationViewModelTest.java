package io.netloom.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.data.Augmentation;
import io.netloom.data.Augmentation.Flip;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AugmentationViewModelTest {
    private static final Augmentation WISH = new Augmentation(Flip.BOTH, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static Document document(String sample) {
        return Document.of(ProjectFile.read(Path.of("../samples/" + sample + "/" + sample + ".netloom")), sample,
                _ -> "");
    }

    private static AugmentationViewModel model(Document document) {
        return new AugmentationViewModel(document, Texts.of(Language.ENGLISH, Locale.ROOT), Background.atOnce());
    }

    @Test
    void onlyPicturesAreChanged() {
        assertThat(model(document("fashion")).isPossible()).isTrue();
        assertThat(model(document("autoencoder")).isPossible()).isTrue();
        assertThat(model(document("penguins")).isPossible()).isFalse();
        assertThat(model(Document.of(Project.empty(), "empty", _ -> "")).isPossible()).isFalse();
    }

    @Test
    void whatIsTriedIsSeenAndTakenOverAsOneStep() {
        Document document = document("fashion");
        AugmentationViewModel model = model(document);
        Augmentation before = document.project().plan().augmentation();
        model.begin();
        assertThat(model.isNew()).isFalse();
        BufferedImage plain = model.drawing().sheet().orElseThrow();
        model.set(WISH);
        assertThat(pixels(model.drawing().sheet().orElseThrow())).isNotEqualTo(pixels(plain));
        assertThat(document.project().plan().augmentation()).as("it is only tried").isEqualTo(before);
        assertThat(model.isNew()).isTrue();
        model.use();
        assertThat(document.project().plan().augmentation()).isEqualTo(WISH);
        assertThat(model.summary()).startsWith("2 kinds");
        assertThat(document.undoLabel()).contains("Augmentation of the Plan");
        document.undo();
        assertThat(document.project().plan().augmentation()).isEqualTo(before);
        model.close();
        assertThat(model.drawing().sheet()).isEmpty();
    }

    @Test
    void picturesThatAreGoneAreSaid() {
        Document document = document("fashion");
        document.change("data", project -> new Project(project.graph(),
                project.data().map(data -> data.at(Path.of("gone"))), project.plan()));
        AugmentationViewModel model = model(document);
        model.begin();
        assertThat(model.drawing().sheet()).isEqualTo(Optional.empty());
        assertThat(model.drawing().problem().orElseThrow()).hasMessageContaining("gone");
        model.close();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
