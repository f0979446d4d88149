import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The native libraries that jars bring along. At run time each jar's owner would unpack its own into the user's cache, or at each
/// start; here they are laid out once, where those owners look first, and left out of the jars, with those of all other platforms.
///
/// @param jar the jar's name, as a regular expression
/// @param entries the folder in the jar below which entries are native libraries; empty for the whole jar
/// @param ours what the path of such an entry holds if it is for this platform
/// @param folder where below the installation they go
record Natives(String jar, String entries, String ours, String folder) {
    private static final String SYSTEM = System.getProperty("os.name");
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final String LIBRARY = ".*\\.(so(\\.\\d+|_\\w+)?|dll|dylib|jnilib|a)";

    /// DJL finds its two in the folder that `PYTORCH_LIBRARY_PATH` names, JNA in that of `jna.boot.library.path`, DuckDB in that of
    /// `java.library.path`. JavaFX looks beside its jar, for Windows in `bin` beside the jar's folder.
    private static final List<Natives> ALL = List.of(
            new Natives("pytorch-native-cpu-.*", "pytorch/", "/" + djl("linux", "win", "osx") + "/", "engine"),
            new Natives("pytorch-jni-.*", "jnilib/", "/" + djl("linux", "win", "osx") + "/cpu/", "engine"),
            new Natives("duckdb_jdbc-.*", "", system("linux", "windows", "macos") + (ARM ? "_arm64" : "_amd64"), "lib"),
            new Natives("jna-.*", "com/sun/jna/",
                    "/" + system("linux", "win32", "darwin") + (ARM ? "-aarch64/" : "-x86-64/"), "lib"),
            new Natives("javafx-graphics-.*-(linux|win|mac).*", "", "", system("lib", "bin", "lib")));

    /// What is known of this jar; nothing if it holds no native library.
    static Optional<Natives> of(Path jar) {
        return ALL.stream().filter(natives -> jar.getFileName().toString().matches(natives.jar)).findFirst();
    }

    /// Copies a jar without its native libraries, and lays out those for this platform, unless they lie there already.
    void unpack(Path from, Path to, Path home) throws IOException {
        var target = Files.createDirectories(home.resolve(folder));
        int found = 0;
        try (var jar = new ZipFile(from.toFile());
                var rest = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (var entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                boolean isLibrary = name.startsWith(entries) && name.matches(LIBRARY);
                if (isLibrary && name.contains(ours)) {
                    layOut(jar, entry, target.resolve(fileName(name)));
                    found++;
                } else if (!isLibrary || isForOurGpu(name)) {
                    copy(jar, entry, rest);
                }
            }
        }
        if (found == 0) {
            throw new IOException(
                    from + " holds no native library for " + SYSTEM + " on " + System.getProperty("os.arch"));
        }
    }

    /// DuckDB's, which all end in `.so` and a platform, are named as Java looks for libraries on its path.
    private static String fileName(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        return name.startsWith("libduckdb_java") ? System.mapLibraryName("duckdb_java") : name;
    }

    /// Who has a GPU fetches its engine later; what joins that to Java is a small part, and comes along.
    private boolean isForOurGpu(String name) {
        return name.contains(ours.replace("/cpu/", "/cu")) && ours.endsWith("/cpu/");
    }

    private static void layOut(ZipFile jar, ZipEntry entry, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == entry.getSize()
                && Files.getLastModifiedTime(file).toMillis() == entry.getLastModifiedTime().toMillis()) {
            return;
        }
        try (var bytes = jar.getInputStream(entry)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
    }

    private static void copy(ZipFile jar, ZipEntry entry, ZipOutputStream to) throws IOException {
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        to.putNextEntry(copy);
        try (var bytes = jar.getInputStream(entry)) {
            bytes.transferTo(to);
        }
        to.closeEntry();
    }

    private static String djl(String linux, String windows, String mac) {
        return system(linux, windows, mac) + (ARM ? "-aarch64" : "-x86_64");
    }

    private static String system(String linux, String windows, String mac) {
        return SYSTEM.startsWith("Windows") ? windows : SYSTEM.startsWith("Mac") ? mac : linux;
    }
}
