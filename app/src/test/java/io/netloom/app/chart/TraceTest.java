package io.netloom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Laws of curves in bounded memory.
class TraceTest {
    private record Drawn(Trace trace, double[] x, double[] y) {}

    private static Drawn random(int points, long seed) {
        var random = new Random(seed);
        var trace = new Trace();
        double[] x = new double[points];
        double[] y = new double[points];
        double at = 0;
        for (int i = 0; i < points; i++) {
            at += random.nextInt(3) * random.nextDouble();
            x[i] = at;
            y[i] = random.nextGaussian();
            trace.add(x[i], y[i]);
        }
        return new Drawn(trace, x, y);
    }

    @Property(tries = 60)
    void whatIsShownWasAdded(@ForAll @IntRange(min = 1, max = 60_000) int points, @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 900) int columns) {
        Drawn drawn = random(points, seed);
        Set<List<Double>> added = new HashSet<>();
        for (int i = 0; i < points; i++) {
            added.add(List.of(drawn.x[i], drawn.y[i]));
        }
        Points shown = drawn.trace.between(0, drawn.x[points - 1], columns);
        for (int i = 0; i < shown.size(); i++) {
            assertThat(added).contains(List.of(shown.x(i), shown.y(i)));
            assertThat(i == 0 || shown.x(i) >= shown.x(i - 1)).isTrue();
        }
    }

    @Property(tries = 60)
    void noExtremeIsLostAndNoMoreIsShownThanCanBeSeen(@ForAll @IntRange(min = 1, max = 60_000) int points,
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int columns) {
        Drawn drawn = random(points, seed);
        Points shown = drawn.trace.between(0, drawn.x[points - 1], columns);
        double[][] rows = shown.rows(false);
        assertThat(Arrays.stream(rows[1]).max()).hasValue(Arrays.stream(drawn.y).max().orElseThrow());
        assertThat(Arrays.stream(rows[1]).min()).hasValue(Arrays.stream(drawn.y).min().orElseThrow());
        assertThat(shown.size()).isLessThanOrEqualTo(2 * (columns + 4));
        assertThat(shown.x(shown.size() - 1)).isEqualTo(drawn.x[points - 1]);
        assertThat(shown.y(shown.size() - 1)).isEqualTo(drawn.y[points - 1]);
    }

    @Property(tries = 40)
    void aPartThatIsLookedAtShowsItsOwnExtremes(@ForAll @IntRange(min = 2, max = 5_000) int points,
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 99) int begin) {
        Drawn drawn = random(points, seed);
        double end = drawn.x[points - 1];
        double from = end * begin / 100;
        double to = Math.min(end, from + end / 10);
        Points shown = drawn.trace.between(from, to, 50);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points; i++) {
            highest = drawn.x[i] >= from && drawn.x[i] <= to ? Math.max(highest, drawn.y[i]) : highest;
        }
        double seen = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shown.size(); i++) {
            seen = shown.x(i) >= from && shown.x(i) <= to ? Math.max(seen, shown.y(i)) : seen;
        }
        assertThat(seen).isEqualTo(highest);
    }

    @Example
    void aMillionStepsTakeNoMoreRoomThanSixteenThousand() {
        var trace = new Trace();
        for (int i = 0; i < 1_000_000; i++) {
            trace.add(i, i == 654_321 ? 9 : Math.sin(i * 1e-4));
        }
        assertThat(trace.size()).isLessThanOrEqualTo(Trace.MOST);
        Points shown = trace.between(0, 1_000_000, 1_000);
        assertThat(Arrays.stream(shown.rows(false)[1]).max()).hasValue(9);
        assertThat(trace.near(654_321)).hasValue(9);
        assertThat(trace.last()).hasValue(Math.sin(999_999 * 1e-4));
    }

    @Example
    void whatIsNoNumberIsLeftOutAndTimeDoesNotRunBackwards() {
        var trace = new Trace();
        trace.add(1, Double.NaN);
        assertThat(trace.isEmpty()).isTrue();
        trace.add(2, 5);
        assertThatThrownBy(() -> trace.add(1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(trace.near(-100)).hasValue(5);
    }

    @Example
    void aMovingAverageBeginsAtTheFirstValueAndFollows() {
        var smooth = new Smooth(0.9);
        smooth.add(0, 4);
        assertThat(smooth.trace().last()).hasValue(4);
        for (int i = 1; i < 200; i++) {
            smooth.add(i, 1);
        }
        assertThat(smooth.trace().last().orElseThrow()).isBetween(1.0, 1.001);
    }
}
