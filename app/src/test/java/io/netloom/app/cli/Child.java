package io.netloom.app.cli;

import io.netloom.app.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program as it really runs, in a process of its own.
public final class Child {
    private Child() {}

    static Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /// @param options of the virtual machine
    static Process start(List<String> options, String... arguments) throws IOException {
        return java(options, Main.class, arguments);
    }

    /// A process that runs `main` with the class path of the tests.
    public static Process java(Class<?> main, String... arguments) throws IOException {
        return java(List.of(), main, arguments);
    }

    private static Process java(List<String> options, Class<?> main, String... arguments) throws IOException {
        return java(options, Map.of(), main, arguments);
    }

    /// The same.
    ///
    /// @param options of the virtual machine
    /// @param variables of the environment that differ from those of this process
    public static Process java(List<String> options, Map<String, String> variables, Class<?> main,
            String... arguments) throws IOException {
        var process = new ProcessBuilder(command(options, main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(variables);
        return process.start();
    }

    /// How such a process is started.
    static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"), "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
