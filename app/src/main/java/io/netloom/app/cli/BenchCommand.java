package io.netloom.app.cli;

import io.netloom.bench.Bench;
import io.netloom.bench.Comparison;
import io.netloom.bench.Course;
import io.netloom.bench.Courses;
import io.netloom.bench.EpochBench;
import io.netloom.bench.Rivals;
import io.netloom.shape.BadInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "bench", mixinStandardHelpOptions = true,
        description = "Measures how fast this machine trains: Netloom, plain DJL and Python's PyTorch in turn."
                + " Let nothing else run meanwhile.")
final class BenchCommand implements Callable<Integer> {
    private static final int FEWEST_REPEATS = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--network", paramLabel = "NAME",
            description = "Only this network, or those whose name begins so. May be repeated.")
    private List<String> wanted = List.of();

    @Option(names = "--repeats", defaultValue = "7",
            description = "Measurements of which the median is taken, 5 or more. Default: 7.")
    private int repeats;

    @Option(names = "--threads", description = "Threads for everybody. Default: one a core. Small networks get one.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--json", description = "Write one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        check();
        PrintWriter out = spec.commandLine().getOut();
        var notes = new BenchNotes(spec.commandLine().getErr());
        try (var stop = new StopOnInterrupt(); Rivals rivals = Rivals.in(folder())) {
            tellMissing(rivals, notes);
            BenchReport report = json ? new BenchReport.Json(out) : new BenchReport.Text(out);
            var bench = new Bench(rivals.all(), repeats, threadCount(), notes, stop);
            for (Course course : Courses.all()) {
                if (isWanted(course.name()) && !stop.getAsBoolean()) {
                    Optional<Comparison> comparison = bench.compare(course);
                    notes.clear();
                    comparison.ifPresent(c -> {
                        c.missing().forEach(notes::keep);
                        report.add(c);
                    });
                }
            }
            if (isWanted(EpochBench.NAME) && !stop.getAsBoolean()) {
                Optional<EpochBench.Result> result = new EpochBench(repeats, threadCount(), notes, stop).run();
                notes.clear();
                result.ifPresent(report::add);
            }
            report.end();
        }
        return CommandLineInterface.DONE;
    }

    private void check() {
        if (repeats < FEWEST_REPEATS) {
            throw new BadInput("--repeats must be " + FEWEST_REPEATS + " or more, not " + repeats + ".");
        }
        if (threadCount() < 1) {
            throw new BadInput("--threads must be 1 or more, not " + threadCount() + ".");
        }
        List<String> names = Stream.concat(Courses.all().stream().map(Course::name), Stream.of(EpochBench.NAME))
                .toList();
        for (String name : wanted) {
            if (names.stream().noneMatch(n -> n.startsWith(name))) {
                throw new BadInput("There is no network '" + name + "' to measure. Choose from "
                        + String.join(", ", names) + ".");
            }
        }
    }

    private int threadCount() {
        return threads.orElseGet(Runtime.getRuntime()::availableProcessors);
    }

    private boolean isWanted(String name) {
        return wanted.isEmpty() || wanted.stream().anyMatch(name::startsWith);
    }

    /// Rivals lie beside `lib` where the build has left them; they are not installed.
    private static Path folder() {
        return Path.of(System.getProperty("netloom.home", "."), "rivals");
    }

    private static void tellMissing(Rivals rivals, BenchNotes notes) {
        if (rivals.all().isEmpty()) {
            notes.keep("There is nobody to compare with: " + folder()
                    + " holds no rivals. `mvn package` in Netloom's sources puts them there; installers leave them out.");
        }
    }
}
