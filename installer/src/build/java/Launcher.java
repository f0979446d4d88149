import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// How the program in the image is started.
final class Launcher {
    private Launcher() {}

    /// On Linux jpackage's launcher gives way to the script that the app's build has, too: libtorch and the C library take some of their settings from the
    /// environment, before the program begins.
    static void replace(Path image, Path script) throws IOException {
        Files.copy(script, image.resolve("bin/netloom"), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        for (var unused : List.of("lib/libapplauncher.so", "lib/app/netloom.cfg", "lib/app/.jpackage.xml",
                "lib/runtime/bin/jfr", "lib/runtime/bin/keytool")) {
            Files.deleteIfExists(image.resolve(unused));
        }
    }

    /// What that script says to Java, for jpackage's launchers.
    static List<String> options() {
        var options = new ArrayList<String>();
        for (var option : List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-Djava.util.logging.config.file=$APPDIR/conf/logging.properties", "-Dnetloom.home=$APPDIR",
                "-DPYTORCH_LIBRARY_PATH=$APPDIR/engine", "-Djna.boot.library.path=$APPDIR/lib",
                "-Djava.library.path=$APPDIR/lib")) {
            options.add("--java-options");
            options.add(option);
        }
        return options;
    }

    /// Windows tells programs with a window from those with a terminal: this is what makes the second one.
    static Path console(Path folder) throws IOException {
        return Files.writeString(folder.resolve("console.properties"),
                "win-console=true\nwin-shortcut=false\nwin-menu=false\n");
    }
}
