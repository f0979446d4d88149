package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void aBalancedSetIsDividedByTheShares() {
        Split split = Split.of(FakeDataset.ofSize(100), Fractions.DEFAULT, 1);
        assertThat(split.train()).hasSize(70).isSorted();
        assertThat(split.validation()).hasSize(15);
        assertThat(split.test()).hasSize(15);
        assertThat(split.warnings()).isEmpty();
    }

    @Test
    void anotherSeedGivesAnotherSplit() {
        FakeDataset data = FakeDataset.ofSize(100);
        assertThat(Split.of(data, Fractions.DEFAULT, 1).test())
                .isNotEqualTo(Split.of(data, Fractions.DEFAULT, 2).test());
    }

    @Test
    void withoutSharesAllIsLearnedFrom() {
        Split split = Split.of(FakeDataset.ofSize(10), new Fractions(0, 0), 1);
        assertThat(split.train()).hasSize(10);
        assertThat(split.validation()).isEmpty();
        assertThat(split.test()).isEmpty();
        assertThat(split.warnings()).isEmpty();
    }

    @Test
    void aGivenTestPartStandsAndValidationIsCutOutOfTraining() {
        FakeDataset data = FakeDataset.ofClasses(0, 1, 0, 1, 0, 1)
                .given(Part.TRAIN, Part.TRAIN, Part.TEST, Part.TEST, Part.TRAIN, Part.TRAIN);
        Split split = Split.of(data, new Fractions(0.5, 0.4), 1);
        assertThat(split.test()).containsExactly(2, 3);
        assertThat(split.validation()).hasSize(2).doesNotContain(2, 3);
        assertThat(split.train()).hasSize(2);
    }

    @Test
    void partsThatTheSourceGivesInFullStandAsTheyAre() {
        FakeDataset data = FakeDataset.ofClasses(0, 1, 0, 1).given(Part.TRAIN, Part.TRAIN, Part.TEST, Part.VALIDATION);
        Split split = Split.of(data, Fractions.DEFAULT, 1);
        assertThat(split.train()).containsExactly(0, 1);
        assertThat(split.validation()).containsExactly(3);
        assertThat(split.test()).containsExactly(2);
    }

    @Test
    void aClassWithASingleExampleIsLearnedFromAndWarnedOf() {
        Split split = Split.of(FakeDataset.ofClasses(0, 0, 0, 0, 0, 1), new Fractions(0.3, 0.3), 1);
        assertThat(split.train()).contains(5);
        assertThat(split.warnings()).singleElement().asString().contains("c1");
    }

    @Test
    void aSmallSetStillHasOneExampleInEachPart() {
        Split split = Split.of(FakeDataset.ofClasses(0, 0, 1, 1), new Fractions(0.1, 0.1), 1);
        assertThat(split.validation()).hasSize(1);
        assertThat(split.test()).hasSize(1);
    }

    @Test
    void aTestPartThatCannotBeFilledIsWarnedOf() {
        Split split = Split.of(FakeDataset.ofClasses(0, 0, 1), new Fractions(0.2, 0.2), 1);
        assertThat(split.validation()).hasSize(1);
        assertThat(split.test()).isEmpty();
        assertThat(split.warnings()).anyMatch(warning -> warning.toString().contains("too few"));
    }

    @Test
    void oneExampleIsRefused() {
        assertThatThrownBy(() -> Split.of(FakeDataset.ofClasses(0), Fractions.DEFAULT, 1))
                .isInstanceOf(BadInput.class).hasMessageContaining("only one example").hasMessageContaining("Add more");
    }

    @Test
    void oneExampleAClassIsRefusedWhenSomeAreWantedForValidation() {
        assertThatThrownBy(() -> Split.of(FakeDataset.ofClasses(0, 1), Fractions.DEFAULT, 1))
                .isInstanceOf(BadInput.class).hasMessageContaining("validation");
    }

    @Test
    void trainingExamplesOfOneClassAreRefusedWithItsName() {
        FakeDataset data = FakeDataset.ofClasses(0, 0, 0, 1, 1).given(Part.TRAIN, Part.TRAIN, Part.TRAIN, Part.TEST,
                Part.TEST);
        assertThatThrownBy(() -> Split.of(data, Fractions.DEFAULT, 1)).isInstanceOf(BadInput.class)
                .hasMessageContaining("\"c0\"");
    }

    @Test
    void aSetWithoutTrainingExamplesIsRefused() {
        FakeDataset data = FakeDataset.ofClasses(0, 1).given(Part.TEST, Part.TEST);
        assertThatThrownBy(() -> Split.of(data, Fractions.DEFAULT, 1)).isInstanceOf(BadInput.class)
                .hasMessageContaining("left to learn from");
    }

    @Test
    void sharesThatLeaveNothingToLearnFromAreRefused() {
        assertThatThrownBy(() -> new Fractions(0.5, 0.5)).isInstanceOf(BadInput.class)
                .hasMessageContaining("less than 1");
        assertThatThrownBy(() -> new Fractions(-0.1, 0.5)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Fractions(Double.NaN, 0.5)).isInstanceOf(BadInput.class);
    }
}
