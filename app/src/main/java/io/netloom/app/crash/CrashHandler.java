package io.netloom.app.crash;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes what nobody caught, on any thread: writes a report and tells whoever talks with the user. The same failure again,
/// as one that comes with every frame, is told once.
public final class CrashHandler implements Thread.UncaughtExceptionHandler {
    private static final int FRAMES = 3;
    private static final int MOST_A_SESSION = 10;

    private final CrashReports reports;
    private final Consumer<Crash> teller;
    private final Set<List<Object>> known = new HashSet<>();

    /// Something that nobody caught.
    ///
    /// @param thread on which it happened
    /// @param failure what it was
    /// @param report where it is written down; empty where it could not be
    public record Crash(Thread thread, Throwable failure, Optional<Path> report) {}

    /// @param teller is called on the thread that failed, or is about to end
    public CrashHandler(CrashReports reports, Consumer<Crash> teller) {
        this.reports = reports;
        this.teller = teller;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (isNews(failure)) {
            System.getLogger(CrashHandler.class.getName()).log(System.Logger.Level.ERROR,
                    "nobody caught this on " + thread.getName(), failure);
            teller.accept(new Crash(thread, failure, reports.keep(failure, "thread " + thread.getName())));
        }
    }

    private synchronized boolean isNews(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        var what = List.<Object>of(failure.getClass(),
                Arrays.asList(Arrays.copyOf(trace, Math.min(FRAMES, trace.length))));
        return known.size() < MOST_A_SESSION && known.add(what);
    }
}
