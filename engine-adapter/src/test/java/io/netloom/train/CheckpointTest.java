package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.TensorData;
import io.netloom.shape.ElementType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(new Standing(3, 17, 544, 0.25, 2, 1, 4, 1),
            List.of(TensorData.of(1, 2, Float.NaN), TensorData.scalar(7),
                    TensorData.zeros(ElementType.FLOAT64, List.of(2L, 3L))),
            List.of(new double[] {1.5, 2}, new double[] {Double.MAX_VALUE}));

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws IOException {
        Checkpoint read = read(bytes());

        assertThat(read.standing()).isEqualTo(CHECKPOINT.standing());
        assertThat(read.sums()).usingElementComparator(Arrays::compare).containsExactlyElementsOf(CHECKPOINT.sums());
        assertThat(read.state()).hasSameSizeAs(CHECKPOINT.state());
        for (int i = 0; i < read.state().size(); i++) {
            assertThat(read.state().get(i).type()).isEqualTo(CHECKPOINT.state().get(i).type());
            assertThat(read.state().get(i).shape()).isEqualTo(CHECKPOINT.state().get(i).shape());
            assertThat(read.state().get(i).data()).isEqualTo(CHECKPOINT.state().get(i).data());
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] bytes = bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).as(cut.length + " bytes").isInstanceOf(IOException.class)
                    .hasMessage("it is cut off");
        }
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> read("{\"netloom\": 1}".getBytes())).isInstanceOf(IOException.class)
                .hasMessageContaining("no checkpoint");
    }

    private static byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        CHECKPOINT.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Checkpoint read(byte[] bytes) throws IOException {
        return Checkpoint.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
