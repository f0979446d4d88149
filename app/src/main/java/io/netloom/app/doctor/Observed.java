package io.netloom.app.doctor;

import io.netloom.app.document.Folders;
import io.netloom.engine.EngineState;
import io.netloom.engine.Machine;
import io.netloom.engine.gpu.GpuEngine;
import io.netloom.engine.gpu.NvidiaDriver;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was found of the machine and of this copy of Netloom, without a judgement.
///
/// @param version of Netloom
/// @param java its version and who made it
/// @param system name, version and architecture of the operating system
/// @param engine how the native engine stands
/// @param machine cores and memory
/// @param driver NVIDIA's driver
/// @param gpuEngine whether an engine for GPUs is installed; empty where none exists for this system
/// @param display whether the window can be opened
/// @param chinese a font that has Chinese characters
/// @param places folders that are written to
public record Observed(String version, String java, String system, EngineState engine, Machine machine,
        Optional<NvidiaDriver> driver, Optional<Boolean> gpuEngine, DisplayState display, Optional<String> chinese,
        List<Place> places) {
    /// Names of Java's own, behind which others stand.
    private static final Set<String> LOGICAL = Set.of(Font.DIALOG, Font.DIALOG_INPUT, Font.MONOSPACED,
            Font.SANS_SERIF, Font.SERIF);
    /// A font of many variants has one for each region.
    private static final Comparator<String> MAINLAND_FIRST = Comparator
            .comparing((String family) -> !family.endsWith(" SC")).thenComparing(Comparator.naturalOrder());
    private static final String CHINESE = "简体中文网络训练";

    public Observed {
        places = List.copyOf(places);
    }

    /// Looks at everything, from a process without a window; JavaFX is started where there is a display.
    public static Observed look(Folders folders) {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return look(folders,
                linux && System.getenv("DISPLAY") == null ? new DisplayState.None() : DisplayProbe.start());
    }

    /// Looks at everything but the display, which was asked before; it takes a second or two.
    static Observed look(Folders folders, DisplayState display) {
        return new Observed(netloomVersion(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                EngineState.look(), Machine.look(), NvidiaDriver.look(),
                GpuEngine.ofThisSystem().map(GpuEngine::installed), display, chineseFont(),
                List.of(Place.look(Place.Use.CONFIG, folders.config()), Place.look(Place.Use.STATE, folders.state()),
                        Place.look(Place.Use.CACHE, EngineState.cache()),
                        Place.look(Place.Use.CURRENT, Path.of(""))));
    }

    /// The version that the build wrote into the jar.
    public static String netloomVersion() {
        return Optional.ofNullable(Observed.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }

    private static Optional<String> chineseFont() {
        try {
            return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                    .filter(font -> !LOGICAL.contains(font.getFamily()) && font.canDisplayUpTo(CHINESE) < 0)
                    .map(Font::getFamily).min(MAINLAND_FIRST);
        } catch (RuntimeException | LinkageError e) {
            // Java has no fonts at all where the system lacks fontconfig.
            System.getLogger(Observed.class.getName()).log(System.Logger.Level.WARNING, "no fonts", e);
            return Optional.empty();
        }
    }
}
