package io.netloom.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final Learning.Clipping NONE = new Learning.Clipping.None();

    @Test
    void aBlockInACompositeHasItsOwnRateOrThatOfTheComposite() {
        Learning learning = with(Map.of("res1", 0.5, "res1/inner/conv", 2.0, "stem", 0.0));
        assertThat(learning.rate("res1/inner/conv")).isEqualTo(2);
        assertThat(learning.rate("res1/inner/norm")).isEqualTo(0.5);
        assertThat(learning.rate("res10/conv")).isEqualTo(1);
        assertThat(learning.freezes("stem/conv")).isTrue();
        assertThat(learning.freezes("head")).isFalse();
    }

    @Test
    void whatLiesOutsideItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> with(Map.of("conv", -1.0))).isInstanceOf(BadInput.class)
                .hasMessageContaining("'conv'");
        assertThatThrownBy(() -> new Learning.Clipping.ByNorm(0)).isInstanceOf(BadInput.class);
        assertThatThrownBy(
                () -> new Learning(new Optimiser.Adam(), 0, NONE, 1, 1, Map.of(), Optional.of(Precision.FLOAT32)))
                .isInstanceOf(BadInput.class).hasMessageContaining("average");
    }

    private static Learning with(Map<String, Double> rates) {
        return new Learning(new Optimiser.Adam(), 0, NONE, 1, 0, rates, Optional.of(Precision.FLOAT32));
    }
}
