package io.netloom.app.shell;

import io.netloom.app.document.Folders;
import io.netloom.app.ui.Display;
import io.netloom.engine.ComputeDevice;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The window, while it trains a project with its charts in view, and what its thread does meanwhile, by three measures. A pulse (styles,
/// layout, and the handing over to whoever paints) is measured from its first listener until the thread takes the next task. A question
/// is put to the thread again and again, and waits as long as all work that is before it, timers and events too: what a click would
/// wait. Both forgo nothing that holds the thread up, and so a busy machine makes them worse; what each thread has worked, in a
/// pulse and in all, it hardly changes. Nothing here asks for pulses that the window would not have had.
final class WatchedWindow {
    private static final int BETWEEN_QUESTIONS_MILLIS = 20;
    private static final int BETWEEN_LOOKS_MILLIS = 200;
    private static final int MEMORY_SECONDS = 5;
    private static final double BAR_MILLIS = 16;
    /// The last line that it says.
    static final String TOLD = "told";
    private static final int MOST_THREADS = 8;
    /// Until Java has compiled what draws the window, its figures are those of a start.
    private static final int WARM_SECONDS = 30;

    private final List<Double> pulses = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private final List<double[]> memory = new ArrayList<>();
    private final AtomicBoolean watches = new AtomicBoolean();
    private final CompletableFuture<Boolean> learning = new CompletableFuture<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Path project;
    private ShellWindow window;
    private Map<String, Long> worked = Map.of();
    private long began;

    private WatchedWindow(Path project) {
        this.project = project;
    }

    /// Trains until it is killed, and tells after the given minutes what it saw by then, and that it did.
    ///
    /// @param arguments the project, and the minutes
    public static void main(String[] arguments) throws Exception {
        Display.start();
        new WatchedWindow(Path.of(arguments[0])).watch(Integer.parseInt(arguments[1]));
    }

    private void watch(int minutes) throws Exception {
        Platform.startup(() -> {
            Folders folders = Folders.of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
                    System.getenv());
            window = new ShellWindow(new Stage(), folders, Path.of("../samples"), _ -> {});
            window.open(List.of(project));
            window.scene().addPreLayoutPulseListener(this::pulse);
        });
        var shown = new CompletableFuture<Boolean>();
        Platform.runLater(() -> window.model().workspace().listen(_ -> shown.complete(true)));
        shown.get(60, TimeUnit.SECONDS);
        new FxRobot().push(KeyCode.CONTROL, KeyCode.ENTER);
        clock.scheduleAtFixedRate(() -> Platform.runLater(this::look), 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        learning.get(60, TimeUnit.SECONDS);
        clock.schedule(() -> Platform.runLater(this::begin), WARM_SECONDS, TimeUnit.SECONDS);
        clock.scheduleAtFixedRate(this::ask, 0, BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(this::weigh, 0, MEMORY_SECONDS, TimeUnit.SECONDS);
        clock.schedule(() -> Platform.runLater(this::tell), 60L * minutes + WARM_SECONDS, TimeUnit.SECONDS);
    }

    private void begin() {
        began = System.nanoTime();
        worked = worked();
        watches.set(true);
    }

    /// From here on nothing is asked of the window that its user does not ask.
    private void tell() {
        watches.set(false);
        clock.shutdownNow();
        tell("  pulse     ", pulses);
        tell("  its work  ", work);
        tell("  question  ", waits);
        tellMemory();
        tellThreads();
        System.out.println(TOLD);
    }

    /// Which threads worked how much, in shares of a core: unlike time that passes, this does not depend on what else the machine does.
    private void tellThreads() {
        double nanos = System.nanoTime() - began;
        System.out.println("  threads    " + worked().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() - worked.getOrDefault(e.getKey(), 0L)))
                .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(MOST_THREADS)
                .map(e -> String.format(Locale.ROOT, "%s %.1f %%", e.getKey(), 100 * e.getValue() / nanos))
                .collect(Collectors.joining(", ")));
    }

    /// Nanoseconds of a core that each thread has had, by its name.
    private static Map<String, Long> worked() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
                .collect(Collectors.toMap(ThreadInfo::getThreadName,
                        thread -> threads.getThreadCpuTime(thread.getThreadId()), Long::sum));
    }

    /// What is asked of the thread before styles and layout comes behind them.
    private void pulse() {
        if (watches.get()) {
            long start = System.nanoTime();
            long worked = processor();
            Platform.runLater(() -> {
                pulses.add((System.nanoTime() - start) / 1e6);
                work.add((processor() - worked) / 1e6);
            });
        }
    }

    /// What this thread has had of a processor, in nanoseconds.
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void ask() {
        if (watches.get()) {
            long asked = System.nanoTime();
            Platform.runLater(() -> waits.add((System.nanoTime() - asked) / 1e6));
        }
    }

    private void weigh() {
        if (watches.get()) {
            ComputeDevice.programBytes().ifPresent(
                    bytes -> memory.add(new double[] {(System.nanoTime() - began) / 60e9, bytes / 1048576.0}));
        }
    }

    private void look() {
        if (window.model().workspace().shown().flatMap(window.model().desk()::run)
                .filter(run -> run.history().reached().orElse(0) > 0 && run.phase().isUnderWay()).isPresent()) {
            learning.complete(true);
        }
    }

    private static void tell(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        int count = sorted.size();
        System.out.println(String.format(Locale.ROOT,
                "%s half within %.2f ms, 99 of 100 within %.2f ms, all within %.1f ms (%,d; %.2f %% above %.0f ms)",
                what,
                sorted.get(count / 2), sorted.get(count * 99 / 100), sorted.getLast(), count,
                100.0 * sorted.stream().filter(m -> m > BAR_MILLIS).count() / count, BAR_MILLIS));
    }

    /// The slope of a straight line through the second half, when caches are full.
    private void tellMemory() {
        List<double[]> late = memory.subList(memory.size() / 2, memory.size());
        double meanX = late.stream().mapToDouble(p -> p[0]).average().orElse(0);
        double meanY = late.stream().mapToDouble(p -> p[1]).average().orElse(0);
        double above = late.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
        double below = late.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
        if (late.size() > 2) {
            System.out.println(String.format(Locale.ROOT,
                    "  memory     %.0f MB after %.1f min, %.0f MB after %.1f min; slope of the second half %+.2f MB/min",
                    memory.getFirst()[1], memory.getFirst()[0], memory.getLast()[1], memory.getLast()[0],
                    above / below));
        }
    }
}
