package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final List<Input> inputs = List.of(new Input("image", Shape.of(ElementType.UINT8, 1, 1, 2)),
            new Input("row", Shape.of(2)));
    private final List<Target> targets = List.of(
            new Target("class", new Task.Classification(List.of("a", "b"))),
            new Target("number", new Task.Regression(0, 1)));

    @Test
    void eachBufferHoldsItsRowsInItsOwnTypeAndTheMachinesOrder() {
        Batch batch = Batch.allocate(inputs, targets, 3);
        batch.hold(10, 20);
        batch.putPixels(0, 1, new byte[] {0, 7, (byte) 200}, 1);
        batch.putNumbers(1, 1, new float[] {1.5f, -2}, 0);
        batch.putClass(0, 1, 1);
        batch.putTarget(1, 1, 3.25f);

        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.examples()).containsExactly(10, 20);
        assertThat(batch.input(0).isDirect()).isTrue();
        assertThat(batch.input(0).remaining()).isEqualTo(4);
        assertThat(batch.input(0).get(3) & 0xFF).isEqualTo(200);
        assertThat(batch.input(1).order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(batch.input(1).asFloatBuffer().get(3)).isEqualTo(-2);
        assertThat(batch.target(0).asLongBuffer().get(1)).isEqualTo(1);
        assertThat(batch.target(1).remaining()).isEqualTo(8);
        assertThat(batch.target(1).asFloatBuffer().get(1)).isEqualTo(3.25f);
    }

    @Test
    void moreExamplesThanThereIsRoomForAreRefused() {
        Batch batch = Batch.allocate(inputs, targets, 1);
        assertThatThrownBy(() -> batch.hold(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBatchBeyondTwoGigabytesIsRefusedInTheUsersWords() {
        List<Input> large = List.of(new Input("image", Shape.of(ElementType.UINT8, 3, 2048, 2048)));
        assertThatThrownBy(() -> Batch.allocate(large, targets, 1_000)).isInstanceOf(BadInput.class)
                .hasMessageContaining("smaller batch");
    }
}
