package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchStreamTest {
    private static final int[] ORDER = Shuffle.order(IntStream.range(0, 103).toArray(), 1, 0);

    static List<FakeDataset> datasets() {
        return List.of(FakeDataset.ofSize(103), FakeDataset.ofSize(103).onDisk());
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void examplesComeInTheWantedOrderWithTheirValues(FakeDataset data) {
        try (BatchStream stream = BatchStream.of(data, ORDER, 10)) {
            assertThat(drain(stream)).containsExactly(box(ORDER));
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void aStreamThatWasReadToItsEndStartsAgainWithAnotherOrder(FakeDataset data) {
        int[] second = Shuffle.order(ORDER, 1, 1);
        try (BatchStream stream = BatchStream.of(data, ORDER, 10)) {
            drain(stream);
            assertThat(stream.next()).isEmpty();
            stream.restart(second);
            assertThat(drain(stream)).containsExactly(box(second));
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void anExampleThatCannotBeReadIsReportedToTheConsumerInItsTurn(FakeDataset data) {
        try (BatchStream stream = BatchStream.of(data.brokenAt(25), IntStream.range(0, 103).toArray(), 10)) {
            stream.release(stream.next().orElseThrow());
            stream.release(stream.next().orElseThrow());
            assertThatThrownBy(stream::next).isInstanceOf(BadInput.class).hasMessage("example 25 is broken");
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void damagedExamplesArePassedOverAndStillCountAsAskedFor(FakeDataset data) {
        int[] order = IntStream.range(0, 103).toArray();
        try (BatchStream stream = BatchStream.of(data.damagedAt(3, 7, 103), order, 10)) {
            assertThat(drain(stream)).hasSize(101).doesNotContain(3, 7);
            stream.restart(order);
            Batch first = stream.next().orElseThrow();
            assertThat(first.rows()).isEqualTo(8);
            assertThat(first.asked()).isEqualTo(10);
            assertThat(first.examples()).containsExactly(0, 1, 2, 4, 5, 6, 8, 9);
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void aBatchOfWhichNothingIsLeftDoesNotComeAndItsTurnGoesToTheNext(FakeDataset data) {
        int[] lost = IntStream.concat(IntStream.range(20, 42), IntStream.range(95, 103)).toArray();
        try (BatchStream stream = BatchStream.of(data.damagedAt(lost), IntStream.range(0, 103).toArray(), 10)) {
            int asked = 0;
            int batches = 0;
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                assertThat(next.get().rows()).isPositive();
                asked += next.get().asked();
                batches++;
                if (next.get().examples()[0] == 42) {
                    assertThat(next.get().asked()).isEqualTo(30);
                }
                stream.release(next.get());
            }
            assertThat(batches).isEqualTo(8);
            assertThat(asked).isEqualTo(100);
        }
    }

    @Test
    void dataInMemoryIsReadOnTheConsumersThread() {
        FakeDataset data = FakeDataset.ofSize(103);
        try (BatchStream stream = BatchStream.of(data, ORDER, 10)) {
            drain(stream);
        }
        assertThat(data.readers).containsExactly(Thread.currentThread());
    }

    @Test
    void filesAreReadOnOtherThreadsWhichEndWithTheStream() throws InterruptedException {
        FakeDataset data = FakeDataset.ofSize(103).onDisk();
        try (BatchStream stream = BatchStream.of(data, ORDER, 10)) {
            stream.release(stream.next().orElseThrow());
        }
        assertThat(data.readers).isNotEmpty().doesNotContain(Thread.currentThread());
        for (Thread reader : data.readers) {
            assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void anEmptyOrderEndsAtOnce() {
        try (BatchStream stream = BatchStream.of(FakeDataset.ofSize(4), new int[0], 10)) {
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void buffersGoRound() {
        try (BatchStream stream = BatchStream.of(FakeDataset.ofSize(103), ORDER, 10)) {
            List<Batch> seen = new ArrayList<>();
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                seen.add(next.get());
                stream.release(next.get());
            }
            assertThat(seen).hasSize(11);
            assertThat(seen.stream().distinct().count()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aThirdBatchIsRefusedWhileTwoAreOut() {
        try (BatchStream stream = BatchStream.of(FakeDataset.ofSize(103), ORDER, 10)) {
            stream.next();
            stream.next();
            assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("release");
        }
    }

    @Test
    void aBatchIsReleasedOnlyOnce() {
        try (BatchStream stream = BatchStream.of(FakeDataset.ofSize(103), ORDER, 10)) {
            Batch batch = stream.next().orElseThrow();
            stream.release(batch);
            assertThatThrownBy(() -> stream.release(batch)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aStreamInTheMiddleDoesNotStartAgain() {
        try (BatchStream stream = BatchStream.of(FakeDataset.ofSize(103), ORDER, 10)) {
            stream.release(stream.next().orElseThrow());
            assertThatThrownBy(() -> stream.restart(ORDER)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aClosedStreamGivesNothingMore() {
        BatchStream stream = BatchStream.of(FakeDataset.ofSize(103), ORDER, 10);
        stream.close();
        assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void anInterruptedConsumerIsToldThatItIsCancelled() {
        CountDownLatch gate = new CountDownLatch(1);
        try (BatchStream stream = BatchStream.of(FakeDataset.ofSize(103).onDisk().behind(gate), ORDER, 10)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(stream::next).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            gate.countDown();
        }
    }

    private static List<Integer> drain(BatchStream stream) {
        List<Integer> seen = new ArrayList<>();
        for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
            Batch batch = next.get();
            int[] examples = batch.examples();
            for (int row = 0; row < batch.rows(); row++) {
                int value = (int) batch.input(0).asFloatBuffer().get(row);
                assertThat(examples[row]).isEqualTo(value);
                assertThat(batch.target(0).asLongBuffer().get(row)).isEqualTo(value % 2);
                seen.add(value);
            }
            stream.release(batch);
        }
        return seen;
    }

    private static Integer[] box(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }
}
