package io.netloom.app.cli;

import io.netloom.data.Dataset;
import io.netloom.data.LeftOut;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Tells the user what is left out of some data: what was seen when it was opened, and later what has turned out since.
final class LeftOutNotes {
    private static final int NAMED = 5;

    private final Dataset data;
    private final PrintWriter err;
    private int told;

    /// Prints the warnings of data that was just opened.
    LeftOutNotes(Dataset data, PrintWriter err) {
        this.data = data;
        this.err = err;
        data.warnings().forEach(err::println);
        told = data.leftOut().size();
    }

    /// Prints a sentence about files that have turned out to be damaged since.
    void tell() {
        List<LeftOut> all = data.leftOut();
        if (all.size() == told) {
            return;
        }
        int count = all.size() - told;
        // Those that turn up late are sorted among each other, so that the newest need not be the last.
        String names = all.subList(told, all.size()).stream().limit(NAMED).map(LeftOut::toString)
                .collect(Collectors.joining(", "));
        err.println((count == 1 ? "1 more file has turned out to be damaged and takes no part: "
                : count + " more files have turned out to be damaged and take no part: ") + names
                + (count > NAMED ? " and " + (count - NAMED) + " more." : "."));
        told = all.size();
    }
}
