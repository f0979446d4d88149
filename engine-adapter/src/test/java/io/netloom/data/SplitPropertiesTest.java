package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class SplitPropertiesTest {

    /// Two to six classes of two to forty examples each.
    @Provide
    Arbitrary<int[]> labels() {
        return Arbitraries.integers().between(2, 40).array(int[].class).ofMinSize(2).ofMaxSize(6)
                .map(sizes -> IntStream.range(0, sizes.length).flatMap(c -> IntStream.generate(() -> c).limit(sizes[c]))
                        .toArray());
    }

    @Property
    void thePartsAreDisjointAndCoverAllExamples(@ForAll("labels") int[] labels, @ForAll long seed,
            @ForAll @DoubleRange(max = 0.45) double validation, @ForAll @DoubleRange(max = 0.45) double test) {
        Split split = Split.of(FakeDataset.ofClasses(labels), new Fractions(validation, test), seed);
        int[] all = IntStream
                .concat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation())),
                        Arrays.stream(split.test()))
                .sorted().toArray();
        assertThat(all).isEqualTo(IntStream.range(0, labels.length).toArray());
    }

    @Property
    void everyClassIsDividedAlikeAndKeepsAnExampleToLearnFrom(@ForAll("labels") int[] labels, @ForAll long seed,
            @ForAll @DoubleRange(min = 0.05, max = 0.45) double validation,
            @ForAll @DoubleRange(min = 0.05, max = 0.45) double test) {
        Split split = Split.of(FakeDataset.ofClasses(labels), new Fractions(validation, test), seed);
        for (int c : Arrays.stream(labels).distinct().toArray()) {
            long size = count(labels, IntStream.range(0, labels.length).toArray(), c);
            assertThat(count(labels, split.train(), c)).isPositive();
            assertThat((double) count(labels, split.validation(), c)).isBetween(Math.floor(validation * size),
                    validation * size + 1);
            assertThat((double) count(labels, split.test(), c)).isLessThanOrEqualTo(test * size + 1);
        }
    }

    @Property
    void theSameSeedGivesTheSameSplit(@ForAll("labels") int[] labels, @ForAll long seed) {
        Split first = Split.of(FakeDataset.ofClasses(labels), Fractions.DEFAULT, seed);
        Split second = Split.of(FakeDataset.ofClasses(labels), Fractions.DEFAULT, seed);
        assertThat(first.train()).isEqualTo(second.train());
        assertThat(first.validation()).isEqualTo(second.validation());
        assertThat(first.test()).isEqualTo(second.test());
    }

    private static long count(int[] labels, int[] examples, int label) {
        return Arrays.stream(examples).filter(example -> labels[example] == label).count();
    }
}
