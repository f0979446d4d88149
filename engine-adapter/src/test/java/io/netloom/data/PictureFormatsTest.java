package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of picture, as `golden/pictures.py` made them: red and green above blue and white, or four shades.
class PictureFormatsTest {
    private static final int[][] FIELDS = {{220, 30, 20}, {20, 200, 40}, {10, 40, 230}, {255, 255, 255}};
    private static final int[] GREYS = {40, 90, 160, 220};

    private static Path file(String name) {
        try {
            return Path.of(PictureFormatsTest.class.getResource("/pictures/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The middles of the four fields, each red, green, blue.
    private static int[][] fields(String name) throws IOException {
        byte[] pixels = Picture.read(file(name), new PictureForm(3, 16, 32), DecodeRoom.ofHeap());
        int[][] fields = new int[4][3];
        for (int f = 0; f < fields.length; f++) {
            for (int c = 0; c < 3; c++) {
                fields[f][c] = pixels[c * 16 * 32 + (4 + f / 2 * 8) * 32 + 8 + f % 2 * 16] & 0xFF;
            }
        }
        return fields;
    }

    private static void assertFields(String name, int[][] wanted, int tolerance) throws IOException {
        int[][] found = fields(name);
        for (int f = 0; f < found.length; f++) {
            for (int c = 0; c < 3; c++) {
                assertThat(found[f][c]).as("field %d, channel %d of %s", f, c, name).isCloseTo(wanted[f][c],
                        within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour.png", "colour16.png", "palette.png", "colour.gif", "moving.gif", "colour.bmp",
            "palette.bmp", "colour.webp", "colour.tif"})
    void exactColoursComeOutAsTheyWereGiven(String name) throws IOException {
        assertFields(name, FIELDS, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "progressive.jpg", "lossy.webp", "jpeg.tif"})
    void coloursThatWereCompressedWithLossAreClose(String name) throws IOException {
        assertFields(name, FIELDS, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey.png", "grey16.png", "deflate.tif", "grey16.tif", "grey.jpg"})
    void shadesComeOutAsTheyWereGiven(String name) throws IOException {
        int[][] wanted = new int[4][];
        for (int f = 0; f < 4; f++) {
            wanted[f] = new int[] {GREYS[f], GREYS[f], GREYS[f]};
        }
        assertFields(name, wanted, name.endsWith("jpg") ? 3 : 1);
        assertThat(Picture.isGrey(file(name), DecodeRoom.ofHeap())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmyk.jpg", "ycck.jpg", "cmyk.tif"})
    void inksBecomeColoursOfLight(String name) throws IOException {
        int[][] found = fields(name);
        for (int f = 0; f < 3; f++) {
            for (int c = 0; c < 3; c++) {
                if (c == f) {
                    assertThat(found[f][c]).as("field %d, channel %d", f, c).isGreaterThan(110);
                } else {
                    assertThat(found[f][c]).as("field %d, channel %d", f, c).isLessThan(found[f][f] - 25);
                }
            }
        }
        assertThat(found[3]).containsOnly(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transparent.png", "transparent16.png", "transparent.webp"})
    void whatIsTransparentShowsWhite(String name) throws IOException {
        assertFields(name, new int[][] {FIELDS[0], {137, 227, 147}, {255, 255, 255}, FIELDS[3]}, 2);
    }

    @Test
    void transparentShadesShowWhiteToo() throws IOException {
        assertFields("grey-transparent.png",
                new int[][] {{40, 40, 40}, {172, 172, 172}, {255, 255, 255}, {220, 220, 220}}, 1);
    }

    @Test
    void aTransparentPlaceInAPaletteShowsWhite() throws IOException {
        int[][] found = fields("palette-transparent.png");
        int changed = 0;
        for (int f = 0; f < 3; f++) {
            boolean white = found[f][0] == 255 && found[f][1] == 255 && found[f][2] == 255;
            changed += white ? 1 : 0;
        }
        assertThat(changed).as("fields that have become white").isLessThanOrEqualTo(1);
        assertThat(found[3]).containsOnly(255);
    }

    @Test
    void aColourThatStandsForNothingShowsWhite() throws IOException {
        assertFields("see-through-colour.png", new int[][] {FIELDS[0], FIELDS[1], {255, 255, 255}, FIELDS[3]}, 1);
    }

    @Test
    void oneBitIsBlackOrWhite() throws IOException {
        assertFields("black-and-white.png", new int[][] {{0, 0, 0}, {255, 255, 255}, {255, 255, 255}, {0, 0, 0}}, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoIsTurnedUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
        String name = "orientation" + orientation + ".jpg";
        assertThat(Picture.size(file(name))).isEqualTo(new Picture.Size(32, 16));
        assertFields(name, FIELDS, 12);
    }

    @ParameterizedTest
    @CsvSource({"orientation6.png, 1", "orientation6.webp, 1", "orientation6.tif, 1"})
    void otherFormatsAreTurnedUprightToo(String name, int tolerance) throws IOException {
        assertThat(Picture.size(file(name))).isEqualTo(new Picture.Size(32, 16));
        assertFields(name, FIELDS, tolerance);
    }
}
