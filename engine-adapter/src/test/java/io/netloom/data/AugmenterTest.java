package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netloom.compile.Task;
import io.netloom.data.Augmentation.Flip;
import io.netloom.shape.BadInput;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmenterTest {
    private static final int SIDE = 16;
    private static final int[] TRAIN = IntStream.range(0, 20).toArray();

    @TempDir
    Path folder;

    private static Augmentation by(Flip flip, double rotation, double crop, double zoom, double shift,
            double brightness, double contrast, double hue, double noise, double erasing) {
        return new Augmentation(flip, rotation, crop, zoom, shift, brightness, contrast, hue, noise, erasing, 0);
    }

    private static Augmentation everything() {
        return by(Flip.BOTH, 30, 0.3, 0.2, 0.1, 0.2, 0.2, 0.1, 0.05, 0.5);
    }

    private Dataset halves() {
        for (int i = 0; i < 10; i++) {
            Pictures.halves(folder.resolve("a").resolve(i + ".png"), SIDE, SIDE);
            Pictures.colour(folder.resolve("b").resolve(i + ".png"), SIDE, SIDE, new Color(200, 100, 40));
        }
        return new ImageFolder(folder, 3, SIDE, SIDE).open();
    }

    private static byte[] pixels(Dataset data, Augmentation how, int example, int epoch) {
        return new Augmenter(how, data, TRAIN, 1).augmented(example, epoch);
    }

    private static double mean(byte[] pixels, int from, int to) {
        return IntStream.range(from, to).map(i -> pixels[i] & 0xFF).average().orElseThrow();
    }

    @Test
    void thePictureFollowsFromSeedEpochAndExampleAlone() {
        try (Dataset data = halves()) {
            byte[] first = pixels(data, everything(), 3, 2);
            new Augmenter(everything(), data, TRAIN, 1).augmented(4, 2);
            assertThat(pixels(data, everything(), 3, 2)).isEqualTo(first);
            assertThat(pixels(data, everything(), 3, 3)).isNotEqualTo(first);
            assertThat(pixels(data, everything(), 4, 2)).isNotEqualTo(first);
            assertThat(new Augmenter(everything(), data, TRAIN, 2).augmented(3, 2)).isNotEqualTo(first);
        }
    }

    @Test
    void nothingStaysAsItIs() {
        try (Dataset data = halves()) {
            byte[] plain = pixels(data, Augmentation.NONE, 0, 1);
            assertThat(mean(plain, 0, 8)).isZero();
            assertThat(mean(plain, 8, 16)).isEqualTo(255);
            assertThat(new Augmenter(Augmentation.NONE, data, TRAIN, 1).isIdle()).isTrue();
        }
    }

    @Test
    void aFlipMirrorsAboutHalfOfThePicturesAndNothingElse() {
        try (Dataset data = halves()) {
            byte[] plain = pixels(data, Augmentation.NONE, 0, 1);
            int mirrored = 0;
            for (int epoch = 1; epoch <= 200; epoch++) {
                byte[] seen = pixels(data, by(Flip.HORIZONTAL, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0, epoch);
                assertThat(mean(seen, 0, 8)).isIn(0.0, 255.0);
                assertThat(mean(seen, 0, 16)).isEqualTo(127.5);
                mirrored += Arrays.equals(seen, plain) ? 0 : 1;
                assertThat(pixels(data, by(Flip.VERTICAL, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0, epoch)).isEqualTo(plain);
            }
            assertThat(mirrored).isBetween(70, 130);
        }
    }

    @Test
    void aMapThatChangesNothingKeepsEveryPixel() {
        byte[] from = new byte[12];
        IntStream.range(0, 12).forEach(i -> from[i] = (byte) (20 * i));
        byte[] to = new byte[12];
        new Geometry(1, 0, 0, 0, 1, 0).smooth(from, to, 0, 4, 3);
        assertThat(to).isEqualTo(from);
        new Geometry(1, 0, 0, 0, 1, 0).nearest(from, to, 4, 3);
        assertThat(to).isEqualTo(from);
    }

    @Test
    void aMapByHalfAPixelInterpolatesAndMirrorsAtTheEdge() {
        byte[] to = new byte[3];
        new Geometry(1, 0, 0.5, 0, 1, 0).smooth(new byte[] {0, 100, 50}, to, 0, 3, 1);
        assertThat(to).containsExactly(50, 75, 50);
        new Geometry(1, 0, -2, 0, 1, 0).smooth(new byte[] {10, 20, 30}, to, 0, 3, 1);
        assertThat(to).containsExactly(20, 10, 10);
    }

    @Test
    void aQuarterTurnTurnsThePicture() {
        // Old column = new row, old row = 1 − new column.
        byte[] to = new byte[4];
        new Geometry(0, 1, 0, -1, 0, 1).smooth(new byte[] {1, 2, 3, 4}, to, 0, 2, 2);
        assertThat(to).containsExactly(3, 1, 4, 2);
    }

    @Test
    void brightnessContrastAndHueStayWithinTheirRanges() {
        try (Dataset data = halves()) {
            Set<Integer> reds = new HashSet<>();
            for (int epoch = 1; epoch <= 100; epoch++) {
                byte[] bright = pixels(data, by(Flip.NONE, 0, 0, 0, 0, 0.1, 0, 0, 0, 0), 10, epoch);
                assertThat(bright[0] & 0xFF).isCloseTo(200, within(26));
                reds.add(bright[0] & 0xFF);
                // The mean of its values is 113, from which red is 87 away.
                byte[] hard = pixels(data, by(Flip.NONE, 0, 0, 0, 0, 0, 0.2, 0, 0, 0), 10, epoch);
                assertThat(hard[0] & 0xFF).isCloseTo(200, within(18));
                byte[] hue = pixels(data, by(Flip.NONE, 0, 0, 0, 0, 0, 0, 0.1, 0, 0), 10, epoch);
                double luma = 0.299 * (hue[0] & 0xFF) + 0.587 * (hue[256] & 0xFF) + 0.114 * (hue[512] & 0xFF);
                assertThat(luma).isCloseTo(0.299 * 200 + 0.587 * 100 + 0.114 * 40, within(4.0));
            }
            assertThat(reds).hasSizeGreaterThan(20);
        }
    }

    @Test
    void noiseHasTheDeviationThatIsAskedForAndNoMean() {
        try (Dataset data = halves()) {
            byte[] noisy = pixels(data, by(Flip.NONE, 0, 0, 0, 0, 0, 0, 0, 0.05, 0), 10, 1);
            double[] errors = IntStream.range(256, 512).mapToDouble(i -> (noisy[i] & 0xFF) - 100).toArray();
            double mean = Arrays.stream(errors).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
            assertThat(mean).isCloseTo(0, within(3.0));
            assertThat(deviation).isCloseTo(0.05 * 255, within(2.5));
        }
    }

    @Test
    void erasingFillsARectangleOfEachChannel() {
        try (Dataset data = halves()) {
            byte[] erased = pixels(data, by(Flip.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 1), 10, 1);
            long changed = IntStream.range(0, 256).filter(i -> (erased[i] & 0xFF) != 200).count();
            assertThat(changed).isBetween(1L, 100L);
        }
    }

    @Test
    void theMaskMovesWithItsPicture() {
        for (int i = 0; i < 3; i++) {
            Pictures.halves(folder.resolve("images").resolve(i + ".png"), SIDE, SIDE);
            Pictures.halves(folder.resolve("masks").resolve(i + ".png"), SIDE, SIDE);
        }
        var source = new MaskFolder(folder.resolve("images"), folder.resolve("masks"), 1, SIDE, SIDE,
                List.of("dark", "bright"));
        try (Dataset data = source.open()) {
            var augmenter = new Augmenter(by(Flip.BOTH, 90, 0.5, 0.3, 0.2, 0, 0, 0, 0, 0), data, TRAIN, 1);
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            batch.hold(0);
            for (int epoch = 1; epoch <= 20; epoch++) {
                data.read(0, batch, 0);
                augmenter.apply(batch, 0, 0, epoch);
                ByteBuffer picture = batch.input(0);
                ByteBuffer mask = batch.target(0);
                int apart = 0;
                for (int i = 0; i < SIDE * SIDE; i++) {
                    int shade = picture.get(i) & 0xFF;
                    apart += Math.abs(shade / 255.0 - mask.get(i)) > 0.6 ? 1 : 0;
                }
                assertThat(apart).isLessThan(4);
            }
        }
    }

    @Test
    void aStreamGivesTheSamePicturesOnAnyNumberOfThreadsAndFromTheMiddle() {
        try (Dataset data = halves()) {
            int[] order = {3, 14, 0, 7, 11, 19, 2};
            var augmenter = new Augmenter(everything(), data, TRAIN, 5);
            byte[][] whole = stream(data, order, augmenter, 2);
            byte[][] rest = stream(data, Arrays.copyOfRange(order, 4, 7), augmenter, 2);
            assertThat(rest[0]).isEqualTo(whole[4]).isEqualTo(augmenter.augmented(11, 2));
            assertThat(rest[2]).isEqualTo(whole[6]);
            assertThat(stream(data, order, augmenter, 3)[0]).isNotEqualTo(whole[0]);
        }
    }

    private static byte[][] stream(Dataset data, int[] order, Augmenter augmenter, int epoch) {
        byte[][] seen = new byte[order.length][3 * SIDE * SIDE];
        int row = 0;
        try (BatchStream stream = BatchStream.augmented(data, order, 2, augmenter, epoch)) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                for (int r = 0; r < next.get().rows(); r++) {
                    next.get().getPixels(0, r, seen[row++]);
                }
                stream.release(next.get());
            }
        }
        return seen;
    }

    @Test
    void aMixedPictureAndItsClassAreTheSameSharesOfTwoExamples() {
        var how = new Augmentation(Flip.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        try (Dataset data = halves()) {
            var augmenter = new Augmenter(how, data, TRAIN, 1);
            assertThat(augmenter.targets())
                    .containsExactly(new Target("class", new Task.Shares(List.of("a", "b"))));
            int mixed = 0;
            Batch batch = Batch.allocate(data.inputs(), augmenter.targets(), 1);
            for (int epoch = 1; epoch <= 60; epoch++) {
                batch.hold(0);
                data.read(0, batch, 0);
                augmenter.apply(batch, 0, 0, epoch);
                float own = batch.target(0).asFloatBuffer().get(0);
                float other = batch.target(0).asFloatBuffer().get(1);
                assertThat(own + other).isCloseTo(1, within(1e-6f));
                assertThat(own).isGreaterThanOrEqualTo(0.5f);
                // Red, on the dark half: 0 of the example's own, 200 of the other class's.
                assertThat(batch.input(0).get(0) & 0xFF).isCloseTo(Math.round(200 * other), within(1));
                mixed += other > 0 ? 1 : 0;
            }
            assertThat(mixed).isBetween(15, 45);
            assertThat(augmenter.augmented(0, 7)).isEqualTo(new Augmenter(how, data, TRAIN, 1).augmented(0, 7));
        }
    }

    @Test
    void sharesOfMixedExamplesFollowTheBetaDistribution() {
        double[] shares = IntStream.range(0, 20_000)
                .mapToDouble(i -> Mixup.draw(1, TRAIN, new SplittableRandom(i)).share()).toArray();
        // Beta(1, 1) is even: the larger part is on average three quarters.
        assertThat(Arrays.stream(shares).average().orElseThrow()).isCloseTo(0.75, within(0.005));
        double[] steep = IntStream.range(0, 20_000)
                .mapToDouble(i -> Mixup.draw(0.1, TRAIN, new SplittableRandom(i)).share()).toArray();
        // The variance of Beta(a, a) is 1 / (4 (2 a + 1)).
        double variance = Arrays.stream(steep).map(share -> (share - 0.5) * (share - 0.5)).average().orElseThrow();
        assertThat(variance).isCloseTo(1 / (4 * 1.2), within(0.004));
    }

    @Test
    void masksAreNotMixed() {
        Pictures.halves(folder.resolve("images/a.png"), SIDE, SIDE);
        Pictures.halves(folder.resolve("masks/a.png"), SIDE, SIDE);
        var source = new MaskFolder(folder.resolve("images"), folder.resolve("masks"), 1, SIDE, SIDE,
                List.of("dark", "bright"));
        try (Dataset data = source.open()) {
            assertThatThrownBy(() -> new Augmenter(new Augmentation(Flip.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), data,
                    new int[] {0}, 1)).isInstanceOf(BadInput.class).hasMessageContaining("Take 'mixup' out");
        }
    }

    @Test
    void dataWithoutPicturesIsRefused() {
        assertThatThrownBy(() -> new Augmenter(everything(), FakeDataset.ofSize(4), TRAIN, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no pictures").hasMessageContaining("Take 'augmentation'");
    }

    @Test
    void valuesOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> by(Flip.NONE, 200, 0, 0, 0, 0, 0, 0, 0, 0)).isInstanceOf(BadInput.class)
                .hasMessage("The augmentation's rotation must be 0 to 180, not 200.0.");
        assertThatThrownBy(() -> by(Flip.NONE, 0, 0, 0, 0.7, 0, 0, 0, 0, 0)).isInstanceOf(BadInput.class)
                .hasMessageContaining("shift must be 0 to 0.5");
        assertThatThrownBy(() -> by(Flip.NONE, 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN)).isInstanceOf(BadInput.class);
    }
}
