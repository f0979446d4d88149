import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs programs, and takes their failure for our own.
final class Run {
    private Run() {}

    /// A tool of the JDK that runs us.
    static void tool(String name, List<String> arguments) throws IOException, InterruptedException {
        program(join(jdk(name), arguments), Path.of("."));
    }

    /// A program, in a folder.
    static void program(List<String> command, Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed:\n" + String.join(" ", command) + "\n" + output);
        }
    }

    /// Whether a program is on the PATH.
    static boolean has(String program) {
        for (var folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Path.of(folder, program).toFile().canExecute()) {
                return true;
            }
        }
        return false;
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static List<String> join(String first, List<String> rest) {
        var all = new ArrayList<String>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
