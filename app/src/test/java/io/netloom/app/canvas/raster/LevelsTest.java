package io.netloom.app.canvas.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.raster.Levels.Wish;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final int GROUND = 0xff000000;

    private final Levels levels = new Levels();
    private final Box visible = new Box(0, 0, 600, 400);

    private void paint(int colour) {
        for (Optional<Wish> wish = levels.wanting(visible, 4); wish.isPresent(); wish = levels.wanting(visible, 4)) {
            int[] pixels = new int[wish.get().patch().width() * wish.get().patch().height()];
            Arrays.fill(pixels, colour);
            wish.get().tiles().keep(wish.get().patch(), pixels);
        }
    }

    private int shown(double scale) {
        var frame = new Frame(300, 200);
        levels.show(frame, GROUND, scale, 0, 0, visible);
        return frame.pixels()[100 * 300 + 150];
    }

    @Test
    void whileOneZoomsWhatThereIsIsStretchedAndNothingIsPaintedAnew() {
        levels.rest(1, visible);
        paint(0xff111111);
        levels.pass(1.3, visible);
        assertThat(levels.wanting(visible, 4)).isEmpty();
        assertThat(levels.isSharp(1.3, visible)).isFalse();
        assertThat(shown(1.3)).isEqualTo(0xff111111);
    }

    @Test
    void whenTheZoomRestsItBecomesSharp() {
        levels.rest(1, visible);
        paint(0xff111111);
        levels.rest(1.3, visible);
        assertThat(shown(1.3)).isEqualTo(0xff111111);
        paint(0xff222222);
        assertThat(levels.isSharp(1.3, visible)).isTrue();
        assertThat(shown(1.3)).isEqualTo(0xff222222);
    }

    @Test
    void theScaleBeforeIsFoundAgain() {
        levels.rest(1, visible);
        paint(0xff111111);
        levels.rest(1.3, visible);
        paint(0xff222222);
        levels.rest(1, visible);
        assertThat(levels.isSharp(1, visible)).isTrue();
    }

    @Test
    void farFromWhatWasPaintedTheWholeInLittleShows() {
        levels.content(new Box(0, 0, 6000, 4000));
        levels.rest(1, visible);
        paint(0xff111111);
        var elsewhere = new Box(3000, 2000, 600, 400);
        assertThat(levels.covers(elsewhere)).isFalse();
        for (Optional<Wish> wish = levels.wantingLater(visible, 4); wish.isPresent(); wish = levels
                .wantingLater(visible, 4)) {
            int[] pixels = new int[wish.get().patch().width() * wish.get().patch().height()];
            Arrays.fill(pixels, 0xff333333);
            wish.get().tiles().keep(wish.get().patch(), pixels);
        }
        assertThat(levels.covers(elsewhere)).isTrue();
        var frame = new Frame(600, 400);
        levels.show(frame, GROUND, 1, -3000, -2000, elsewhere);
        assertThat(frame.pixels()).containsOnly(0xff333333);
    }

    @Test
    void afterAChangeOnlyWhatItTouchesIsWantedAnew() {
        levels.rest(1, visible);
        paint(0xff111111);
        levels.spoil(new Box(10, 10, 20, 20));
        assertThat(levels.isSharp(1, new Box(300, 10, 20, 20))).isTrue();
        assertThat(levels.isSharp(1, visible)).isFalse();
        paint(0xff222222);
        assertThat(levels.isSharp(1, visible)).isTrue();
    }
}
