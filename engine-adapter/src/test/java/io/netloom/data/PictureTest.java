package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @TempDir
    Path folder;

    private static byte[] read(Path file, int channels, int height, int width) throws IOException {
        return Picture.read(file, new PictureForm(channels, height, width), DecodeRoom.ofHeap());
    }

    private static boolean isGrey(Path file) throws IOException {
        return Picture.isGrey(file, DecodeRoom.ofHeap());
    }

    @Test
    void greyValuesComeOutAsTheyAreStored() throws IOException {
        Path file = Pictures.grey(folder.resolve("a.png"), 3, 2, 100);
        assertThat(read(file, 1, 2, 3)).containsOnly(100);
        assertThat(read(file, 3, 2, 3)).containsOnly(100).hasSize(18);
    }

    @Test
    void sixteenBitGreyIsBroughtToEight() throws IOException {
        BufferedImage image = new BufferedImage(1, 2, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 65_535);
        image.getRaster().setSample(0, 1, 0, 257 * 30);
        assertThat(read(Pictures.write(folder.resolve("a.png"), image), 1, 2, 1)).containsExactly((byte) 255,
                (byte) 30);
    }

    @Test
    void coloursStandInPlanesOfRedGreenBlue() throws IOException {
        Path file = Pictures.colour(folder.resolve("a.png"), 1, 2, new Color(10, 20, 30));
        assertThat(read(file, 3, 2, 1)).containsExactly(10, 10, 20, 20, 30, 30);
    }

    @Test
    void coloursBecomeGreyByTheirLuma() throws IOException {
        Path green = Pictures.colour(folder.resolve("a.png"), 1, 1, Color.GREEN);
        assertThat(read(green, 1, 1, 1)[0] & 0xFF).isEqualTo(150);
    }

    @Test
    void transparencyIsPutOnWhite() throws IOException {
        Path clear = Pictures.colour(folder.resolve("a.png"), 1, 1, new Color(0, 0, 0, 0));
        Path half = Pictures.colour(folder.resolve("b.png"), 1, 1, new Color(0, 0, 0, 128));
        assertThat(read(clear, 3, 1, 1)).containsOnly(255);
        assertThat(read(half, 1, 1, 1)[0] & 0xFF).isCloseTo(127, within(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void theUsualFormatsAreReadAndResized(String ending) throws IOException {
        Path file = Pictures.halves(folder.resolve("a." + ending), 64, 48);
        byte[] pixels = read(file, 1, 3, 4);
        assertThat(pixels).hasSize(12);
        assertThat(pixels[0] & 0xFF).isLessThan(8);
        assertThat(pixels[3] & 0xFF).isGreaterThan(247);
    }

    @Test
    void theContentDecidesNotTheEnding() throws IOException {
        Path png = Pictures.grey(folder.resolve("a.png"), 2, 2, 9);
        assertThat(read(Files.move(png, folder.resolve("a.jpg")), 1, 2, 2)).containsOnly(9);
    }

    @Test
    void aLargePictureIsThinnedOutButKeepsItsLook() throws IOException {
        Path file = Pictures.halves(folder.resolve("a.png"), 4_000, 3_000);
        byte[] pixels = read(file, 1, 2, 2);
        assertThat(pixels).containsExactly((byte) 0, (byte) 255, (byte) 0, (byte) 255);
    }

    @Test
    void onlyPicturesWithoutColourAreGrey() throws IOException {
        assertThat(isGrey(Pictures.grey(folder.resolve("a.png"), 2, 2, 9))).isTrue();
        assertThat(isGrey(Pictures.halves(folder.resolve("b.png"), 2, 2))).isTrue();
        assertThat(isGrey(Pictures.colour(folder.resolve("c.png"), 2, 2, Color.ORANGE))).isFalse();
    }

    /// A PNG of a few bytes that says it is 60,000 × 60,000 must not take gigabytes.
    @Test
    void aPictureThatClaimsAnEnormousSizeIsRefusedByItsHeader() {
        byte[] bytes = Pictures.bytes(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
        Path file = Pictures.file(folder.resolve("bomb.png"), bytes);
        assertThatThrownBy(() -> Picture.size(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("60000×60000");
        assertThatThrownBy(() -> read(file, 1, 2, 2)).isInstanceOf(IOException.class)
                .hasMessageContaining("60000×60000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void damagedFilesNeverThrowAnythingButAnIOException(String format) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            image.setRGB(i % 20, i / 20, random.nextInt(1 << 24));
        }
        byte[] good = Pictures.bytes(image, format);
        Path file = folder.resolve("a." + format);
        for (int trial = 0; trial < 300; trial++) {
            byte[] bad = Arrays.copyOf(good, trial % 3 == 0 ? random.nextInt(good.length) : good.length);
            for (int i = 0; i < 3 && bad.length > 0; i++) {
                bad[random.nextInt(Math.min(bad.length, 200))] = (byte) random.nextInt(256);
            }
            Files.write(file, bad);
            try {
                assertThat(read(file, 1, 8, 8)).hasSize(64);
            } catch (IOException e) {
                assertThat(ReadFailure.reason(e)).asString().isNotBlank();
            }
        }
    }
}
