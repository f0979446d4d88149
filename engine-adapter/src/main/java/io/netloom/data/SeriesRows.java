package io.netloom.data;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// The rows of a series, as they were read: group by group, in the order of time.
///
/// @param times of the rows
/// @param begins where each group begins, and behind them the number of rows
/// @param groups their names; a single empty one where there are no groups
/// @param cadence how the times follow each other
/// @param seen what the network may see of each row
/// @param answers what is to be forecast of each row, NaN where it is missing; without columns where nobody asks
/// @param carried by the place of a column among `seen`, the rows in which it was missing and takes the value before it
record SeriesRows(double[] times, List<Integer> begins, List<String> groups, Cadence cadence, RowStore seen,
        RowStore answers, Map<Integer, BitSet> carried) {
    SeriesRows {
        begins = List.copyOf(begins);
        groups = List.copyOf(groups);
        carried = Map.copyOf(carried);
    }

    int size() {
        return times.length;
    }

    /// The group that a row belongs to.
    int groupOf(int row) {
        int low = 0;
        int high = groups.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (begins.get(middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    void close() {
        seen.close();
        answers.close();
    }
}
