package io.netloom.train;

import io.netloom.compile.Head;
import java.util.ArrayList;
import java.util.List;

/// The sums of a session at some moment of an epoch, so that what was learnt since can be told apart.
///
/// @param sums one array a head
/// @param seen examples of the epoch that were learnt from by then
record Recent(List<double[]> sums, long seen) {
    static final Recent NOTHING = new Recent(List.of(), 0);

    /// The metrics of what was learnt since another moment, before which no sums were taken.
    Metrics since(Recent before, List<Head> heads) {
        var difference = new ArrayList<double[]>();
        for (int head = 0; head < sums.size(); head++) {
            double[] then = before.sums.get(head);
            double[] rest = sums.get(head).clone();
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= then[i];
            }
            difference.add(rest);
        }
        return Metrics.of(heads, difference, seen - before.seen);
    }
}
