package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelCacheTest {
    private final List<Integer> decoded = new ArrayList<>();

    private byte[] decode(int example) {
        decoded.add(example);
        return new byte[] {(byte) example};
    }

    @Test
    void whatIsKeptIsDecodedOnce() {
        PixelCache cache = new PixelCache(2, 1, 1_000);
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(cache.get(0, this::decode)).containsExactly(0);
            assertThat(cache.isComplete()).isEqualTo(epoch > 0);
            assertThat(cache.get(1, this::decode)).containsExactly(1);
        }
        assertThat(decoded).containsExactly(0, 1);
    }

    @Test
    void whatFindsNoRoomIsDecodedEachTime() {
        PixelCache cache = new PixelCache(2, 84, 150);
        for (int epoch = 0; epoch < 2; epoch++) {
            cache.get(0, this::decode);
            cache.get(1, this::decode);
        }
        assertThat(decoded).containsExactly(0, 1, 1);
        assertThat(cache.isComplete()).isFalse();
    }
}
