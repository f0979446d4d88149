package io.netloom.data;

/// Which part of a picture is seen in one of another size, and where in it.
///
/// @param across along a row
/// @param down along a column
record Placement(Span across, Span down) {

    /// One axis: `length` old places from `from` on go to `size` new places from `at` on, of `whole` that there are.
    ///
    /// @param old how many old places there are
    record Span(int old, double from, double length, int at, int size, int whole) {

        static Span stretched(int old, int whole) {
            return new Span(old, 0, old, 0, whole, whole);
        }

        /// @param scale new places for each old one, at most `whole / old`
        static Span fitted(int old, double scale, int whole) {
            int size = Math.clamp(Math.round(old * scale), 1, whole);
            return new Span(old, 0, old, (whole - size) / 2, size, whole);
        }

        /// @param scale new places for each old one, at least `whole / old`
        static Span filled(int old, double scale, int whole) {
            double seen = Math.min(old, whole / scale);
            return new Span(old, (old - seen) / 2, seen, 0, whole, whole);
        }

        boolean changesNothing() {
            return old == whole && from == 0 && length == old && size == whole;
        }

        /// The old place whose pixel is nearest to a new one; -1 where none is seen.
        int nearest(int place) {
            if (place < at || place >= at + size) {
                return -1;
            }
            return Math.min(old - 1, (int) (from + (place - at + 0.5) * length / size));
        }
    }
}
