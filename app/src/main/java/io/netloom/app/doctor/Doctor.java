package io.netloom.app.doctor;

import io.netloom.app.doctor.Line.Topic;
import io.netloom.app.doctor.Line.Verdict;
import io.netloom.app.doctor.Place.Use;
import io.netloom.app.text.Texts;
import io.netloom.engine.EngineState;
import io.netloom.engine.gpu.NvidiaDriver;
import io.netloom.shape.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Judges what was observed, in words: what is well, and what to do about what is not.
public final class Doctor {
    private static final long LITTLE_MEMORY = 4_000_000_000L;
    private static final long LITTLE_FREE = 1_000_000_000L;
    private static final long SMALL_HEAP = 500_000_000L;
    private static final long LITTLE_DISK = 2_000_000_000L;
    private static final long NO_DISK = 200_000_000L;

    private final Observed observed;
    private final Texts texts;

    private Doctor(Observed observed, Texts texts) {
        this.observed = observed;
        this.texts = texts;
    }

    /// A line or more for each topic, in their order.
    public static List<Line> judge(Observed observed, Texts texts) {
        var doctor = new Doctor(observed, texts);
        var lines = new ArrayList<Line>();
        lines.add(doctor.good(Topic.NETLOOM, "netloom", observed.version(), observed.system()));
        lines.add(doctor.good(Topic.JAVA, "java", observed.java()));
        lines.add(doctor.engine());
        lines.add(doctor.processor());
        lines.add(doctor.memory());
        lines.add(doctor.gpu());
        lines.add(doctor.display());
        lines.add(doctor.fonts());
        lines.addAll(doctor.folders());
        lines.add(doctor.disk());
        return List.copyOf(lines);
    }

    /// Whether Netloom can do its work.
    public static boolean usable(List<Line> lines) {
        return lines.stream().noneMatch(line -> line.verdict() == Verdict.BAD);
    }

    /// All lines as text: a sign, the topic, what was found, and below it what to do.
    public static String text(List<Line> lines, Texts texts) {
        return lines.stream()
                .map(line -> line.verdict().sign() + " " + topic(line, texts) + ": " + line.finding()
                        + (line.advice().isEmpty() ? "" : "\n    → " + line.advice()))
                .collect(Collectors.joining("\n"));
    }

    /// What a line is about.
    public static String topic(Line line, Texts texts) {
        return texts.get("doctor.topic." + line.topic().name().toLowerCase(Locale.ROOT));
    }

    private Line engine() {
        return switch (observed.engine()) {
            case EngineState.Loaded loaded -> good(Topic.ENGINE, "engine.loaded", loaded.version(),
                    loaded.cuda() ? "CUDA" : "CPU", loaded.folder());
            case EngineState.Broken(String cause) when observed.gpuEngine().orElse(false) -> line(Topic.ENGINE,
                    Verdict.BAD, "engine.broken-gpu", cause);
            case EngineState.Broken(String cause) -> line(Topic.ENGINE, Verdict.BAD, "engine.broken", cause);
        };
    }

    private Line processor() {
        int cores = observed.machine().cores();
        return switch (observed.engine()) {
            case EngineState.Loaded loaded when loaded.threads() < cores -> line(Topic.PROCESSOR, Verdict.WARNING,
                    "processor.fewer", cores, loaded.threads());
            case EngineState.Loaded loaded -> good(Topic.PROCESSOR, "processor.all", cores, loaded.threads());
            case EngineState.Broken _ -> good(Topic.PROCESSOR, "processor.unknown", cores);
        };
    }

    private Line memory() {
        var machine = observed.machine();
        Object[] sizes = {Bytes.text(machine.memory()), Bytes.text(machine.free()), Bytes.text(machine.heap())};
        if (machine.free() < LITTLE_FREE) {
            return line(Topic.MEMORY, Verdict.WARNING, "memory.full", sizes);
        } else if (machine.memory() < LITTLE_MEMORY) {
            return line(Topic.MEMORY, Verdict.WARNING, "memory.little", sizes);
        } else if (machine.heap() < SMALL_HEAP) {
            return line(Topic.MEMORY, Verdict.WARNING, "memory.heap", sizes);
        }
        return good(Topic.MEMORY, "memory.enough", sizes);
    }

    private Line gpu() {
        boolean cuda = observed.engine() instanceof EngineState.Loaded loaded && loaded.cuda();
        int gpus = observed.engine() instanceof EngineState.Loaded loaded ? loaded.gpus() : 0;
        Optional<String> driver = observed.driver().map(Doctor::name);
        if (gpus > 0) {
            return good(Topic.GPU, "gpu.used", driver.orElse("CUDA"), gpus);
        } else if (driver.isPresent() && cuda) {
            return line(Topic.GPU, Verdict.WARNING, "gpu.unusable", driver.get());
        } else if (driver.isPresent() && observed.gpuEngine().isPresent()) {
            return line(Topic.GPU, Verdict.WARNING, "gpu.idle", driver.get());
        } else if (driver.isPresent()) {
            return good(Topic.GPU, "gpu.no-build", driver.get());
        }
        return good(Topic.GPU, "gpu.none");
    }

    private static String name(NvidiaDriver driver) {
        return (driver.devices().isEmpty() ? "NVIDIA" : String.join(", ", driver.devices())) + " (" + driver.version()
                + ")";
    }

    private Line display() {
        return switch (observed.display()) {
            case DisplayState.None _ -> line(Topic.DISPLAY, Verdict.WARNING, "display.none");
            case DisplayState.Broken(String cause) -> line(Topic.DISPLAY, Verdict.BAD, "display.broken", cause);
            case DisplayState.Works screen -> good(Topic.DISPLAY,
                    screen.byGraphicsCard() ? "display.card" : "display.processor", screen.width() + " × "
                            + screen.height(),
                    Math.round(screen.scale() * 100), screen.javafx());
        };
    }

    private Line fonts() {
        return observed.chinese().map(font -> good(Topic.FONTS, "fonts.chinese", font))
                .orElseGet(() -> line(Topic.FONTS, Verdict.WARNING, "fonts.none"));
    }

    private List<Line> folders() {
        List<Place> closed = observed.places().stream().filter(place -> !place.writable()).toList();
        if (closed.isEmpty()) {
            String state = observed.places().stream().filter(place -> place.use() == Use.STATE)
                    .map(place -> place.folder().toString()).findFirst().orElse("");
            return List.of(good(Topic.FOLDERS, "folders.good", state));
        }
        return closed.stream().map(place -> line(Topic.FOLDERS, switch (place.use()) {
            case CONFIG, STATE -> Verdict.BAD;
            case CACHE -> observed.engine() instanceof EngineState.Broken ? Verdict.BAD : Verdict.WARNING;
            case CURRENT -> Verdict.WARNING;
        }, "folders." + place.use().name().toLowerCase(Locale.ROOT), place.folder())).toList();
    }

    private Line disk() {
        Optional<Place> least = observed.places().stream().filter(place -> place.free().isPresent())
                .min(Comparator.comparingLong(place -> place.free().getAsLong()));
        if (least.isEmpty()) {
            return good(Topic.DISK, "disk.unknown");
        }
        long free = least.get().free().getAsLong();
        Object[] where = {Bytes.text(free), least.get().folder()};
        return free >= LITTLE_DISK
                ? good(Topic.DISK, "disk.good", where)
                : line(Topic.DISK, free < NO_DISK ? Verdict.BAD : Verdict.WARNING, "disk.little", where);
    }

    private Line good(Topic topic, String key, Object... arguments) {
        return new Line(topic, Verdict.GOOD, texts.get("doctor." + key, plain(arguments)), "");
    }

    private Line line(Topic topic, Verdict verdict, String key, Object... arguments) {
        return new Line(topic, verdict, texts.get("doctor." + key, plain(arguments)),
                texts.get("doctor." + key + ".do", plain(arguments)));
    }

    /// Numbers and paths as they are, not as a language writes amounts.
    private static Object[] plain(Object... arguments) {
        return List.of(arguments).stream().map(Object::toString).toArray();
    }
}
