package io.netloom.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.profile.Concern.Kind;
import io.netloom.shape.BadInput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureProfileTest {
    @TempDir
    Path folder;

    /// Noise that is darker on the left or on the right side.
    private Path picture(String name, int width, int height, boolean left, int seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        int block = Math.max(1, width / 8);
        int[] noise = random.ints(64, 0, 120).toArray();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = noise[Math.min(7, x / block) + 8 * Math.min(7, y / block)]
                        + (x < width / 2 == left ? 0 : 100);
                image.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        return write(image, name);
    }

    private Path write(BufferedImage image, String name) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void classes(String above, int each, int seed) {
        for (int i = 0; i < each; i++) {
            picture(above + "left/" + i + ".png", 16, 16, true, seed + 2 * i);
            picture(above + "right/" + i + ".png", 16, 16, false, seed + 2 * i + 1);
        }
    }

    private PictureProfile profile() {
        return PictureProfile.of(folder, (_, _) -> {}, () -> false);
    }

    private static List<Concern> of(Kind kind, PictureProfile profile) {
        return profile.concerns().stream().filter(c -> c.kind() == kind).toList();
    }

    @Test
    void aCleanFolderIsCountedAndRaisesNoConcern() {
        classes("", 30, 0);
        PictureProfile profile = profile();
        assertThat(profile.concerns()).isEmpty();
        assertThat(profile.classes()).extracting(PictureProfile.PictureClass::name).containsExactly("left", "right");
        assertThat(profile.classes()).extracting(PictureProfile.PictureClass::count).containsExactly(30, 30);
        assertThat(profile.formats()).containsEntry("png", 60);
        assertThat(profile.modes()).containsEntry("rgb", 60);
        assertThat(profile.median()).hasToString("16×16");
        assertThat(profile.target().baselines().getFirst().scores().get("accuracy")).isBetween(0.3, 0.6);
        assertThat(profile.target().baselines().getLast().scores().get("accuracy")).isGreaterThan(0.9);
    }

    @Test
    void meanAndDeviationAreThoseOfAllPixels() {
        for (String name : List.of("a/1.png", "b/1.png")) {
            var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, 0x640000);
            image.setRGB(1, 0, name.startsWith("a") ? 0x000000 : 0x646400);
            write(image, name);
        }
        PictureProfile profile = profile();
        assertThat(profile.mean().getFirst()).isEqualTo(75, within(1e-9));
        assertThat(profile.deviation().getFirst()).isEqualTo(Math.sqrt(1875), within(1e-9));
        assertThat(profile.mean()).element(1).isEqualTo(25.0);
    }

    @Test
    void copiesAndTheirClassesAndPartsAreFound() throws IOException {
        classes("train/", 12, 0);
        classes("test/", 4, 1000);
        Files.copy(folder.resolve("train/left/1.png"), folder.resolve("train/left/copy.png"));
        Files.copy(folder.resolve("train/left/2.png"), folder.resolve("test/left/seen.png"));
        Files.copy(folder.resolve("train/left/3.png"), folder.resolve("train/right/wrong.png"));
        PictureProfile profile = profile();
        assertThat(profile.parts()).containsEntry("train", 26).containsEntry("test", 9);
        assertThat(profile.target().judged()).isEqualTo(9);
        assertThat(of(Kind.DUPLICATE_ROWS, profile).getFirst().found().toString()).startsWith("3 pictures are copies");
        assertThat(of(Kind.IN_BOTH_PARTS, profile).getFirst().found().toString())
                .startsWith("1 picture of the test part")
                .contains("seen.png");
        assertThat(of(Kind.CONTRADICTION, profile).getFirst().found().toString()).contains("wrong.png");
    }

    @Test
    void aPictureThatWasStoredAnewLooksLikeItself() throws IOException {
        classes("", 12, 0);
        BufferedImage image = ImageIO.read(folder.resolve("left/5.png").toFile());
        var large = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        large.createGraphics().drawImage(image, 0, 0, 48, 48, null);
        write(large, "left/large.png");
        List<Concern> alike = of(Kind.NEAR_DUPLICATES, profile());
        assertThat(alike).singleElement()
                .satisfies(c -> assertThat(c.found().toString()).contains("5.png", "large.png"));
    }

    @Test
    void damagedFilesAreListedWithTheirCauseAndRareClassesNamed() throws IOException {
        classes("", 12, 0);
        picture("odd/1.png", 40, 16, true, 99);
        byte[] whole = Files.readAllBytes(folder.resolve("left/1.png"));
        Files.write(folder.resolve("left/cut.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("left/text.png"), "no picture");
        PictureProfile profile = profile();
        assertThat(profile.leftOut()).extracting(file -> file.name() + ": " + file.cause())
                .containsExactly("left/cut.png: it ends too early",
                        "left/text.png: its content is no picture that Netloom reads");
        assertThat(of(Kind.DAMAGED, profile)).singleElement();
        assertThat(of(Kind.IMBALANCE, profile).getFirst().found().toString()).contains("\"odd\" has only 1 picture");
        assertThat(of(Kind.MIXED_SIZES, profile)).singleElement();
    }

    @Test
    void whoStopsLearnsOfThePicturesThatWereSeen() {
        classes("", 12, 0);
        AtomicInteger seen = new AtomicInteger();
        PictureProfile profile = PictureProfile.of(folder, (_, _) -> {}, () -> seen.incrementAndGet() > 10);
        assertThat(profile.pictures()).isLessThanOrEqualTo(10);
        assertThat(profile.asked()).isEqualTo(24);
    }

    @Test
    void aFolderWithoutPicturesIsRefused() {
        assertThatThrownBy(this::profile).isInstanceOf(BadInput.class).hasMessageContaining("no folders with pictures");
    }
}
