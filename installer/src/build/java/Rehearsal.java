import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the program of an image as users do, while Java writes down what it loads, for the caches with which the image then starts faster: one for the
/// commands, and one for the window, which appears on a display of its own.
///
/// @param image the image
/// @param home where that program thinks its user to live
record Rehearsal(Path image, Path home) {
    static Rehearsal of(Path image) throws IOException {
        return new Rehearsal(image.toAbsolutePath(), Files.createTempDirectory("netloom-rehearsal"));
    }

    void record() throws IOException, InterruptedException {
        if (!Run.has("xvfb-run")) {
            throw new IOException("Xvfb is needed, to record how the window starts: apt-get install xvfb xauth");
        }
        try {
            commands();
            window();
        } finally {
            Tree.delete(home);
        }
        for (var cache : List.of("commands.aot", "window.aot")) {
            if (!Files.exists(image.resolve("lib/app").resolve(cache))) {
                throw new IOException("Java wrote no " + cache);
            }
        }
    }

    private void commands() throws IOException, InterruptedException {
        var project = Tree.copy(image.resolve("lib/app/samples/xor"), home.resolve("xor"), List.of(""))
                .resolve("xor.netloom");
        Run.program(recording("commands.aot", "train", project.toString(), "--epochs", "2"), home);
    }

    private void window() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                Path.of("src/build/java/WindowTimes.java").toAbsolutePath().toString(), "1"));
        command.addAll(recording("window.aot"));
        Run.program(command, home);
    }

    private List<String> recording(String cache, String... arguments) {
        var command = new ArrayList<>(List.of("env",
                "JAVA_TOOL_OPTIONS=-Duser.home=" + home + " -XX:AOTCacheOutput="
                        + image.resolve("lib/app").resolve(cache),
                image.resolve("bin/netloom").toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
