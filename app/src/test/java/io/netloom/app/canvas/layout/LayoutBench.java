package io.netloom.app.canvas.layout;

import io.netloom.app.canvas.Sketch;
import io.netloom.app.canvas.geometry.Cards;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long a layout takes. Its name keeps it out of the ordinary tests; on a quiet machine:
///
///     mvn -q test -pl app -am -Dtest=LayoutBench -Dsurefire.failIfNoSpecifiedTests=false
class LayoutBench {
    private static final int REPEATS = 15;

    @Test
    void timesOfDrawingsWithSkipConnections() {
        System.out.println("blocks  first ms  median ms");
        for (int parts : new int[] {20, 100, 400}) {
            Cards cards = Sketch.residual(parts);
            double[] times = IntStream.range(0, REPEATS).mapToDouble(_ -> milliseconds(cards)).toArray();
            double first = times[0];
            Arrays.sort(times);
            System.out.println(String.format(Locale.ROOT, "%6d  %8.1f  %9.1f", cards.graph().nodes().size(), first,
                    times[REPEATS / 2]));
        }
    }

    private static double milliseconds(Cards cards) {
        long start = System.nanoTime();
        AutoLayout.corners(cards, 2000);
        return (System.nanoTime() - start) / 1e6;
    }
}
