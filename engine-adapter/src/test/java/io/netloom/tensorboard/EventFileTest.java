package io.netloom.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of events, read by a reader that shares nothing with what wrote them.
class EventFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_250L), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /// An event as the reader found it.
    private record Event(double time, long step, Optional<String> version, Map<String, Float> scalars) {}

    @Test
    void whatIsAddedStandsInRecordsWithTheirChecksums() throws IOException {
        try (EventFile file = EventFile.in(folder, CLOCK)) {
            file.add(7, values("loss/train", 0.5, "learning_rate", 1e-3));
            file.add(3_000_000_000L, values("loss/train", Double.NaN, "größe", -2));
            file.add(9, values("loss/train", Double.NaN));
        }
        List<Event> events = read(file());
        assertThat(events).containsExactly(
                new Event(1_700_000_000.25, 0, Optional.of("brain.Event:2"), Map.of()),
                new Event(1_700_000_000.25, 7, Optional.empty(), Map.of("loss/train", 0.5f, "learning_rate", 1e-3f)),
                new Event(1_700_000_000.25, 3_000_000_000L, Optional.empty(), Map.of("größe", -2f)));
    }

    @Test
    void theNameIsThatOfNoMachine() throws IOException {
        EventFile.in(folder, CLOCK).close();
        assertThat(file().getFileName()).hasToString("events.out.tfevents.1700000000.netloom");
    }

    @Test
    void aTrainingThatGoesOnAddsToItsFileBehindWhereItGoesOnFrom() throws IOException {
        try (EventFile file = EventFile.in(folder, CLOCK)) {
            for (long step = 1; step <= 5; step++) {
                file.add(step, values("loss/step", step));
            }
        }
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 3));
        EventFile.cutBehind(folder, 3);
        try (EventFile file = EventFile.in(folder, Clock.offset(CLOCK, Duration.ofDays(1)))) {
            file.add(4, values("loss/step", 40));
        }
        assertThat(read(file())).extracting(Event::step).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(read(file()).getLast().scalars()).containsEntry("loss/step", 40f);
    }

    @Test
    void aRecordThatWasCutOffIsTakenOut() throws IOException {
        try (EventFile file = EventFile.in(folder, CLOCK)) {
            file.add(1, values("loss/step", 1));
            file.add(2, values("loss/step", 2));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int missing = 1; missing < 40; missing++) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - missing));
            EventFile.cutBehind(folder, 100);
            assertThat(read(file())).extracting(Event::step).as("without %s bytes", missing)
                    .containsExactly(0L, 1L);
        }
    }

    private static LinkedHashMap<String, Double> values(Object... pairs) {
        var values = new LinkedHashMap<String, Double>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return values;
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static List<Event> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var events = new ArrayList<Event>();
        while (in.hasRemaining()) {
            int begin = in.position();
            long length = in.getLong();
            assertThat(in.getInt()).isEqualTo(masked(in.slice(begin, 8)));
            ByteBuffer content = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + (int) length);
            assertThat(in.getInt()).isEqualTo(masked(content.duplicate()));
            events.add(event(content));
        }
        return events;
    }

    private static Event event(ByteBuffer in) {
        double time = Double.NaN;
        long step = 0;
        Optional<String> version = Optional.empty();
        Map<String, Float> scalars = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case 1 << 3 | 1 -> time = in.getDouble();
                case 2 << 3 -> step = varint(in);
                case 3 << 3 | 2 -> version = Optional.of(text(in));
                case 5 << 3 | 2 -> {
                    ByteBuffer summary = part(in);
                    while (summary.hasRemaining()) {
                        assertThat(varint(summary)).isEqualTo(1 << 3 | 2);
                        ByteBuffer value = part(summary);
                        assertThat(varint(value)).isEqualTo(1 << 3 | 2);
                        String tag = text(value);
                        assertThat(varint(value)).isEqualTo(2 << 3 | 5);
                        scalars.put(tag, value.getFloat());
                        assertThat(value.hasRemaining()).isFalse();
                    }
                }
                default -> throw new AssertionError("an unknown member");
            }
        }
        return new Event(time, step, version, scalars);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static ByteBuffer part(ByteBuffer in) {
        int length = (int) varint(in);
        ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(part(in)).toString();
    }

    /// CRC-32C bit by bit, as RFC 3720 has it, and TensorFlow's mask.
    private static int masked(ByteBuffer bytes) {
        int crc = -1;
        while (bytes.hasRemaining()) {
            crc ^= bytes.get() & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
            }
        }
        crc = ~crc;
        return (crc >>> 15 | crc << 17) + 0xa282ead8;
    }
}
