package io.netloom.app.cli;

import io.netloom.data.PictureSurvey;
import java.io.PrintWriter;

/// Tells how far a look at pictures has come, a line about every two seconds; nothing of what takes less.
final class ProfileProgress implements PictureSurvey.Progress {
    private static final long PAUSE = 2_000_000_000;

    private final PrintWriter out;
    private long last = System.nanoTime();

    ProfileProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void at(int done, int all) {
        if (System.nanoTime() - last >= PAUSE) {
            last = System.nanoTime();
            out.printf("%,d of %,d pictures%n", done, all);
            out.flush();
        }
    }
}
