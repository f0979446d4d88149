package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    private final int[] examples = IntStream.range(0, 100).toArray();

    @Test
    void theSameSeedAndEpochGiveTheSameOrder() {
        assertThat(Shuffle.order(examples, 7, 3)).isEqualTo(Shuffle.order(examples, 7, 3));
    }

    @Test
    void anotherEpochOrSeedGivesAnotherOrder() {
        assertThat(Shuffle.order(examples, 7, 3)).isNotEqualTo(Shuffle.order(examples, 7, 4))
                .isNotEqualTo(Shuffle.order(examples, 8, 3));
    }

    @Test
    void everyExampleIsSeenOnceAndTheGivenArrayStays() {
        assertThat(Shuffle.order(examples, 1, 0)).containsExactlyInAnyOrder(examples);
        assertThat(examples).isSorted();
    }

    /// Written down, since stored runs rely on it.
    @Test
    void theOrderIsTheSameInEveryVersion() {
        assertThat(Shuffle.order(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 42, 1)).containsExactly(4, 1, 7, 5, 3, 6, 2, 0);
    }
}
