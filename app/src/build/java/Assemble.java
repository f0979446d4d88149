import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/// Puts Netloom together in one folder: `bin` and `conf` as they are in `src/main/dist`, `lib` from the class path, the native engine in `engine`,
/// and the samples that the welcome page offers, with their data.
/// The build runs this file on the JDK that it has chosen; the start scripts remember which one that is.
///
/// `rivals` holds those with whom `netloom bench` compares; who packs Netloom for users leaves it out.
///
/// Arguments: the folder `dist`, the folder to fill (Maven has put `lib/netloom.jar` there), the folder with the rivals,
/// the class path, the folder of samples.
void main(String[] arguments) throws IOException {
    var dist = Path.of(arguments[0]);
    var home = Path.of(arguments[1]);
    for (var text : files(dist, _ -> true)) {
        copyText(text, home.resolve(dist.relativize(text)));
    }
    for (var jar : files(home.resolve("lib"), name -> name.endsWith(".jar") && !name.equals("netloom.jar"))) {
        Files.delete(jar);
    }
    replaceRivals(Path.of(arguments[2]), home.resolve("rivals"));
    for (var entry : arguments[3].split(File.pathSeparator)) {
        if (entry.endsWith(".jar")) {
            copyJar(Path.of(entry), home);
        }
    }
    copySamples(Path.of(arguments[4]), home.resolve("samples"));
}

/// Runs, and what was fetched from elsewhere, stay where they are.
private static void copySamples(Path from, Path to) throws IOException {
    for (var project : files(from, name -> name.endsWith(".netloom"))) {
        var folder = project.getParent();
        for (var file : folder.getParent().equals(from) ? files(folder, _ -> true) : List.<Path>of()) {
            if (!folder.relativize(file).startsWith("runs")) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

/// There are none where the tests were not compiled.
private static void replaceRivals(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (var old : files(to, _ -> true)) {
        Files.delete(old);
    }
    if (Files.isDirectory(from)) {
        for (var jar : files(from, name -> name.endsWith(".jar"))) {
            Files.copy(jar, to.resolve(jar.getFileName().toString()));
        }
    }
}

private static void copyText(Path from, Path to) throws IOException {
    var lineEnd = to.toString().endsWith(".bat") ? "\r\n" : "\n";
    var text = Files.readString(from).replace("@java.home@", System.getProperty("java.home"));
    Files.createDirectories(to.getParent());
    Files.writeString(to, String.join(lineEnd, text.lines().toList()) + lineEnd);
    if (to.getParent().endsWith("bin") && !to.toFile().setExecutable(true, false)) {
        throw new IOException("Cannot make " + to + " executable");
    }
}

private static void copyJar(Path from, Path home) throws IOException {
    var to = home.resolve("lib", from.getFileName().toString());
    var natives = Natives.of(from);
    if (natives.isPresent()) {
        natives.get().unpack(from, to, home);
    } else {
        Files.copy(from, to);
    }
}

private static List<Path> files(Path folder, Predicate<String> name) throws IOException {
    try (var all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile).filter(file -> name.test(file.getFileName().toString())).toList();
    }
}
