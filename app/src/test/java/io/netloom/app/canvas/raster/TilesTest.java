package io.netloom.app.canvas.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.raster.Tiles.Cell;
import io.netloom.app.canvas.raster.Tiles.Patch;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TilesTest {
    private static final int SIDE = Tiles.SIDE;

    private final Tiles tiles = new Tiles(2);

    @Test
    void neighboursInARowAreWantedTogether() {
        Box threeByTwo = new Box(1, 1, 1.25 * SIDE, 0.75 * SIDE);
        assertThat(tiles.touching(threeByTwo)).hasSize(6);
        assertThat(tiles.wanting(threeByTwo, 4)).contains(Patch.whole(new Cell(0, 0), 3));
        assertThat(tiles.wanting(threeByTwo, 2)).contains(Patch.whole(new Cell(0, 0), 2));
    }

    @Test
    void allIsFreshWhenAllThatWasWantedIsKept() {
        var box = new Box(-300, -200, 500, 400);
        for (Optional<Patch> patch = tiles.wanting(box, 3); patch.isPresent(); patch = tiles.wanting(box, 3)) {
            tiles.keep(patch.get(), new int[patch.get().width() * patch.get().height()]);
        }
        assertThat(tiles.isFresh(box)).isTrue();
        assertThat(tiles.covers(box)).isTrue();
    }

    @Test
    void onlyTheSpoiltPartOfASquareIsPaintedAnew() {
        tiles.keep(Patch.whole(new Cell(0, 0), 1), filled(SIDE * SIDE, 1));
        tiles.spoil(new Box(10, 20, 5, 10));
        tiles.spoil(new Box(12, 25, 8, 15));
        var all = new Box(1, 1, 100, 100);
        assertThat(tiles.isFresh(all)).isFalse();
        assertThat(tiles.covers(all)).isTrue();
        var spoilt = new Patch(new Cell(0, 0), 20, 40, 20, 40);
        assertThat(tiles.wanting(all, 4)).contains(spoilt);
        assertThat(tiles.world(spoilt)).isEqualTo(new Box(10, 20, 10, 20));
        tiles.keep(spoilt, filled(20 * 40, 2));
        int[] pixels = tiles.pixels(new Cell(0, 0)).orElseThrow();
        assertThat(Arrays.stream(pixels).filter(p -> p == 2).count()).isEqualTo(20 * 40);
        assertThat(pixels[40 * SIDE + 20]).isEqualTo(2);
        assertThat(pixels[39 * SIDE + 20]).isEqualTo(1);
        assertThat(tiles.isFresh(all)).isTrue();
    }

    @Test
    void whatWasNeverPaintedCannotBeSpoilt() {
        tiles.spoil(new Box(0, 0, 1000, 1000));
        assertThat(tiles.wanting(new Box(1, 1, 2, 2), 4)).contains(Patch.whole(new Cell(0, 0), 1));
    }

    @Test
    void neighboursArePutIntoTheirOwnSquares() {
        int[] pixels = new int[2 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % (2 * SIDE) < SIDE ? 3 : 4;
        }
        tiles.keep(Patch.whole(new Cell(-1, 5), 2), pixels);
        assertThat(tiles.pixels(new Cell(-1, 5)).orElseThrow()).containsOnly(3);
        assertThat(tiles.pixels(new Cell(0, 5)).orElseThrow()).containsOnly(4);
    }

    @Test
    void whatIsFarIsForgotten() {
        tiles.keep(Patch.whole(new Cell(0, 0), 4), new int[4 * SIDE * SIDE]);
        tiles.forgetOutside(new Box(1, 1, 2, 2));
        assertThat(tiles.size()).isEqualTo(1);
    }

    private static int[] filled(int count, int value) {
        int[] pixels = new int[count];
        Arrays.fill(pixels, value);
        return pixels;
    }
}
