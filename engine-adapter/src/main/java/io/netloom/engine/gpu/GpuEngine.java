package io.netloom.engine.gpu;

import ai.djl.util.Utils;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The engine for GPUs in its folder, or the place where it would lie.
///
/// @param build what belongs there
/// @param folder its own; all that is in it is the engine's
public record GpuEngine(GpuBuild build, Path folder) {
    /// What DJL reads before it loads the engine.
    private static final String PATH = "PYTORCH_LIBRARY_PATH";
    private static final String FLAVOUR = "PYTORCH_FLAVOR";

    /// The one of this system and user; nothing where no such build exists.
    public static Optional<GpuEngine> ofThisSystem() {
        return GpuBuild.ofThisSystem().map(build -> in(Utils.getEngineCacheDir("pytorch"), build));
    }

    /// @param cache the folder in which engines lie
    static GpuEngine in(Path cache, GpuBuild build) {
        return new GpuEngine(build, cache.resolve(build.folder()));
    }

    /// Has DJL load this engine, if it is installed and there is a driver; else what Netloom came with. To be called
    /// before the engine is loaded. Whoever has set `PYTORCH_LIBRARY_PATH` for the process has chosen already.
    public static void choose() {
        properties(System.getenv(), NvidiaDriver::seems, GpuEngine::ofThisSystem).forEach(System::setProperty);
    }

    /// What DJL is told.
    ///
    /// @param driver whether there is one
    static Map<String, String> properties(Map<String, String> environment, BooleanSupplier driver,
            Supplier<Optional<GpuEngine>> ours) {
        if (environment.containsKey(PATH) || !driver.getAsBoolean()) {
            return Map.of();
        }
        return ours.get().filter(GpuEngine::installed)
                .map(engine -> Map.of(PATH, engine.folder.toString(), FLAVOUR, engine.build.flavour()))
                .orElse(Map.of());
    }

    /// Whether it lies there whole.
    public boolean installed() {
        return Files.isRegularFile(folder.resolve(System.mapLibraryName("torch")));
    }

    /// Whether a download was begun and not brought to its end.
    public boolean begun() {
        return Files.isDirectory(unfinished());
    }

    /// Bytes that it takes on the disk.
    public long bytes() {
        return files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /// Throws it away, with what a download left behind.
    ///
    /// @return whether there was anything
    /// @throws BadInput if a file cannot be deleted
    public boolean remove() {
        boolean any = Files.exists(folder) || begun();
        delete(folder);
        delete(unfinished());
        return any;
    }

    /// Where files are gathered until all are there.
    Path unfinished() {
        return folder.resolveSibling(folder.getFileName() + ".part");
    }

    /// Makes what was gathered the engine: the bridge that Netloom comes with is laid beside it, and the folder gets its name.
    void finish() throws IOException {
        try (InputStream bridge = GpuEngine.class.getClassLoader().getResourceAsStream(build.bridgeResource())) {
            if (bridge == null) {
                throw new IOException("This copy of Netloom lacks " + build.bridgeResource());
            }
            Files.copy(bridge, unfinished().resolve(build.bridge() + "-" + build.bridgeName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        delete(folder);
        Files.move(unfinished(), folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new BadInput("Cannot read " + folder + ". Give yourself the right to read there.", e);
        }
    }

    private static void delete(Path folder) {
        for (Path file : files(folder)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new BadInput("Cannot delete " + file
                        + ". If Netloom is running, end it; else give yourself the right to write there.", e);
            }
        }
    }
}
