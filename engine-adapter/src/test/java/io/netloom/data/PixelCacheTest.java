package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelCacheTest {
    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Integer> decoded = new ConcurrentLinkedQueue<>();

    private byte[] decode(int example) {
        decoded.add(example);
        return new byte[] {(byte) example, (byte) (example >> 8)};
    }

    @Test
    void whatIsKeptIsDecodedOnce() throws IOException {
        try (PixelCache cache = new PixelCache(2, 2, 1_000, folder)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(cache.get(0, this::decode)).containsExactly(0, 0);
                assertThat(cache.isComplete()).isEqualTo(epoch > 0);
                assertThat(cache.get(1, this::decode)).containsExactly(1, 0);
            }
        }
        assertThat(decoded).containsExactly(0, 1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatFindsNoRoomOnTheHeapIsKeptInAFile() throws IOException {
        try (PixelCache cache = new PixelCache(2, 84, 150, folder)) {
            for (int epoch = 0; epoch < 2; epoch++) {
                assertThat(cache.get(0, i -> PixelCacheTest.filled(i + 7))).isEqualTo(filled(7));
                assertThat(cache.get(1, i -> {
                    decoded.add(i);
                    return PixelCacheTest.filled(i + 7);
                })).isEqualTo(filled(8));
            }
            assertThat(cache.isComplete()).isFalse();
        }
        assertThat(decoded).containsExactly(1);
    }

    private static byte[] filled(int value) {
        byte[] pixels = new byte[84];
        Arrays.fill(pixels, (byte) value);
        return pixels;
    }

    @Test
    void manyThreadsFillAFileOfSeveralStretchesThatGoesWhenItIsClosed() throws IOException {
        int bytes = 3 << 20;
        try (PixelFile file = new PixelFile(folder, 30, bytes)) {
            IntStream.range(0, 60).parallel().forEach(i -> file.write(i % 30, PixelCacheTest.large(bytes, i % 30)));
            for (int i = 0; i < 30; i++) {
                assertThat(file.read(i)).hasValue(large(bytes, i));
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static byte[] large(int bytes, int value) {
        byte[] pixels = new byte[bytes];
        for (int i = 0; i < bytes; i += 1_000) {
            pixels[i] = (byte) (value + i / 1_000);
        }
        return pixels;
    }

    @Test
    void whereNoFileCanBeMadeEachIsDecodedAgain() throws IOException {
        Path occupied = Files.writeString(folder.resolve("file"), "no folder");
        try (PixelCache cache = new PixelCache(1, 2, 0, occupied.resolve("inside"))) {
            assertThat(cache.get(0, this::decode)).containsExactly(0, 0);
            assertThat(cache.get(0, this::decode)).containsExactly(0, 0);
        }
        assertThat(decoded).hasSize(2);
    }

    @Test
    void whatCannotBeDecodedIsNotKept() throws IOException {
        try (PixelCache cache = new PixelCache(1, 2, 1_000, folder)) {
            assertThatThrownBy(() -> cache.get(0, _ -> {
                throw new IOException("broken");
            })).isInstanceOf(IOException.class);
            assertThat(cache.isComplete()).isFalse();
            cache.giveUp();
            assertThat(cache.isComplete()).isTrue();
        }
    }
}
