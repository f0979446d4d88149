package io.netloom.data;

import io.netloom.shape.BadInput;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds the windows of a series that can be used.
///
/// @param gaps rows that no window may show
/// @param unanswered rows that no forecast may reach
/// @param missing which columns have gaps, for messages
record SeriesWindows(Series series, SeriesRows rows, BitSet gaps, BitSet unanswered, String missing) {

    /// The last row that each window shows, group by group.
    ///
    /// @param answered whether what is to be forecast must be there
    /// @throws BadInput if there is none
    int[] ends(boolean answered, List<String> warnings) {
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
            warnings.add(leftOut + " of " + (used + leftOut)
                    + " windows were left out because a value is missing: " + missing
                    + ". \"missing\": \"last\" carries the value before it forward.");
        }
        if (tooShort > 0) {
            warnings.add(
                    tooShort + " of " + rows.groups().size() + " series are shorter than a window and take no part.");
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
            return new BadInput("Every window of " + path + " misses a value in a column that is used (" + missing
                    + "). Fill the gaps, as with \"missing\": \"last\", or use fewer columns.");
        }
        String groups = rows.groups().size() == 1 ? "" : ", in none of its " + rows.groups().size() + " series,";
        return new BadInput(path + " has " + rows.size() + " rows" + groups + " but a window of " + windows.length()
                + (needed > windows.length() ? " with a horizon of " + windows.horizon() : "") + " needs " + needed
                + ". Take a shorter window, or add rows.");
    }
}
