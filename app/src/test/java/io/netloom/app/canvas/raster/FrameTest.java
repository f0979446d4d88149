package io.netloom.app.canvas.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final int SIDE = Tiles.SIDE;
    private static final int GROUND = 0xff102030;
    private static final int INK = 0xffc0a060;

    private final Frame frame = new Frame(300, 200);

    @Test
    void aSquareIsCopiedWithinTheEdges() {
        frame.fill(GROUND);
        frame.copy(square(INK), -200, 150);
        assertThat(at(0, 150)).isEqualTo(INK);
        assertThat(at(SIDE - 201, 199)).isEqualTo(INK);
        assertThat(at(SIDE - 200, 199)).isEqualTo(GROUND);
        assertThat(at(0, 149)).isEqualTo(GROUND);
    }

    @Property(tries = 200)
    void whereASquareStandsNoPixelOutsideOfItChanges(@ForAll @IntRange(min = -400, max = 400) int x,
            @ForAll @IntRange(min = -400, max = 400) int y) {
        var one = new Frame(300, 200);
        one.copy(square(INK), x, y);
        int across = Math.max(0, Math.min(300, x + SIDE) - Math.max(0, x));
        int down = Math.max(0, Math.min(200, y + SIDE) - Math.max(0, y));
        assertThat(Arrays.stream(one.pixels()).filter(p -> p == INK).count()).isEqualTo((long) across * down);
    }

    @Property(tries = 300)
    void stretchedNeighboursLeaveNoGapAndDoNotOverlap(@ForAll @DoubleRange(min = 0.1, max = 4) double factor,
            @ForAll @DoubleRange(min = -500, max = 300) double x) {
        var one = new Frame(300, 20);
        double side = SIDE * factor;
        int whole = 0;
        for (double left = x; left < 300; left += side) {
            one.fill(0);
            one.stretch(square(INK), left, -5, factor);
            whole += (int) Arrays.stream(one.pixels(), 0, 300).filter(p -> p != 0).count();
        }
        int expected = 300 - Math.clamp((long) Math.ceil(x - 0.5), 0, 300);
        assertThat(whole).isEqualTo(expected);
    }

    @Test
    void anEvenSquareStaysEvenWhenItIsStretched() {
        frame.stretch(square(INK), -10.3, -20.7, 1.37);
        assertThat(Arrays.stream(frame.pixels()).distinct().toArray()).containsExactly(INK);
    }

    @Test
    void halfOfTwoColoursIsBetweenThem() {
        int[] halves = new int[SIDE * SIDE];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = i % SIDE < SIDE / 2 ? 0xff000000 : 0xffffffff;
        }
        frame.stretch(halves, 0, 0, 0.5);
        int before = at(SIDE / 4 - 1, 3) & 0xff;
        int behind = at(SIDE / 4, 3) & 0xff;
        assertThat(before).isLessThan(behind);
        assertThat(at(0, 3)).isEqualTo(0xff000000);
    }

    @Test
    void whatIsTransparentLetsShineThrough() {
        frame.fill(0xff0000ff);
        int[] square = square(0);
        square[0] = 0xffff0000;
        square[1] = 0x80800000;
        frame.lay(square, 10, 10);
        assertThat(at(10, 10)).isEqualTo(0xffff0000);
        assertThat(at(11, 10) >>> 16 & 0xff).isEqualTo(0x80);
        assertThat(at(11, 10) & 0xff).isBetween(0x7e, 0x80);
        assertThat(at(12, 10)).isEqualTo(0xff0000ff);
    }

    @Test
    void theRimIsAsBroadAsItIsAskedFor() {
        frame.fill(GROUND);
        frame.rim(INK, 2);
        assertThat(at(1, 100)).isEqualTo(INK);
        assertThat(at(2, 100)).isEqualTo(GROUND);
        assertThat(at(298, 2)).isEqualTo(INK);
        assertThat(at(150, 198)).isEqualTo(INK);
        assertThat(at(150, 197)).isEqualTo(GROUND);
    }

    private int at(int x, int y) {
        return frame.pixels()[y * frame.width() + x];
    }

    private static int[] square(int colour) {
        int[] square = new int[SIDE * SIDE];
        Arrays.fill(square, colour);
        return square;
    }
}
