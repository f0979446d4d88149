package io.netloom.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How much stands around the edge of a sequence, an image or a volume while a kernel slides over it.
public sealed interface Padding {

    /// Nothing: the output shrinks by the kernel's size less one.
    record Valid() implements Padding {
        @Override
        public String toString() {
            return "valid";
        }
    }

    /// As much as makes the output the input's size divided by the stride, rounded up; an odd one goes behind.
    record Same() implements Padding {
        @Override
        public String toString() {
            return "same";
        }
    }

    /// So much on each side: one number for all axes, or one for each.
    record Sized(List<Integer> sizes) implements Padding {
        public Sized {
            sizes = List.copyOf(sizes);
        }

        /// What stands on each side of axis `axis`, counted from 0 behind the channels.
        public int size(int axis) {
            return sizes.get(sizes.size() == 1 ? 0 : axis);
        }

        @Override
        public String toString() {
            return sizes.stream().map(Object::toString).collect(Collectors.joining("×"));
        }
    }

    /// Reads `same`, `valid`, or a size.
    ///
    /// @throws IllegalArgumentException if the text is none of them
    static Padding parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "same" -> new Same();
            case "valid" -> new Valid();
            case String sizes -> {
                try {
                    yield new Sized(Arrays.stream(sizes.split("\\s*[x×]\\s*", 3)).map(Integer::valueOf).toList());
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("padding is same, valid, or a size like 1×1, not " + text, e);
                }
            }
        };
    }
}
