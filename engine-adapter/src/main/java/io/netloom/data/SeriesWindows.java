package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds the windows of a series that can be used.
///
/// @param gaps rows that no window may show
/// @param unanswered rows that no forecast may reach
/// @param missing which columns have gaps, for messages
record SeriesWindows(Series series, SeriesRows rows, BitSet gaps, BitSet unanswered, Sentence missing) {

    /// The last row that each window shows, group by group.
    ///
    /// @param answered whether what is to be forecast must be there
    /// @throws BadInput if there is none
    int[] ends(boolean answered, List<Sentence> warnings) {
        Windows windows = series.windows();
        int behind = answered ? windows.horizon() : 0;
        int[] ends = new int[rows.size()];
        int used = 0;
        int leftOut = 0;
        int tooShort = 0;
        for (int group = 0; group < rows.groups().size(); group++) {
            int from = rows.begins().get(group);
            int last = rows.begins().get(group + 1) - 1 - behind;
            int first = from + windows.length() - 1;
            tooShort += first > last ? 1 : 0;
            // Where the future is asked for, the last row counts most.
            int start = answered || first > last ? first : first + (last - first) % windows.stride();
            for (int end = start; end <= last; end += windows.stride()) {
                if (holds(gaps, end - windows.length() + 1, end) || holds(unanswered, end + 1, end + behind)) {
                    leftOut++;
                } else {
                    ends[used++] = end;
                }
            }
        }
        if (used == 0) {
            throw none(leftOut, windows.length() + behind);
        }
        if (leftOut > 0) {
            warnings.add(Sentence.of("warning.windows",
                    "{0,number,0} of {1,number,0} windows were left out because a value is missing: {2}. \"missing\":"
                            + " \"last\" carries the value before it forward.",
                    leftOut, used + leftOut, missing));
        }
        if (tooShort > 0) {
            warnings.add(Sentence.of("warning.short-series",
                    "{0,number,0} of {1,number,0} series are shorter than a window and take no part.", tooShort,
                    rows.groups().size()));
        }
        return Arrays.copyOf(ends, used);
    }

    private static boolean holds(BitSet rows, int from, int to) {
        int next = rows.nextSetBit(from);
        return next >= 0 && next <= to;
    }

    private BadInput none(int leftOut, int needed) {
        String path = series.file().path().toString();
        Windows windows = series.windows();
        if (leftOut > 0) {
            return new BadInput(Sentence.of("input.no-window",
                    "Every window of {0} misses a value in a column that is used ({1}). Fill the gaps, as with"
                            + " \"missing\": \"last\", or use fewer columns.",
                    path, missing));
        }
        Object groups = rows.groups().size() == 1 ? ""
                : Sentence.of("input.short-series.groups", ", in none of its {0,number,0} series,",
                        rows.groups().size());
        Object horizon = needed == windows.length() ? ""
                : Sentence.of("input.short-series.horizon", " with a horizon of {0,number,0}", windows.horizon());
        return new BadInput(Sentence.of("input.short-series",
                "{0} has {1,number,0} rows{2} but a window of {3,number,0}{4} needs {5,number,0}. Take a shorter"
                        + " window, or add rows.",
                path, rows.size(), groups, windows.length(), horizon, needed));
    }
}
