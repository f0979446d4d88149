package io.netloom.layer;

import java.util.Locale;

/// What stands around the edge of a picture while a kernel slides over it.
public sealed interface Padding {

    /// Nothing: the output shrinks by the kernel's size less one.
    record Valid() implements Padding {
        @Override
        public String toString() {
            return "valid";
        }
    }

    /// As many zeros as make the output the input's size divided by the stride, rounded up; an odd one goes behind.
    record Same() implements Padding {
        @Override
        public String toString() {
            return "same";
        }
    }

    /// So many zeros on each side.
    record Zeros(Size2 size) implements Padding {
        @Override
        public String toString() {
            return size.toString();
        }
    }

    /// Reads `same`, `valid`, or a size.
    ///
    /// @throws IllegalArgumentException if the text is none of them
    static Padding parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "same" -> new Same();
            case "valid" -> new Valid();
            case String size -> {
                try {
                    yield new Zeros(Size2.parse(size));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("padding is same, valid, or a size like 1×1, not " + text, e);
                }
            }
        };
    }
}
