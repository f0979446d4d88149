import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/// Gathers what the authors of everything that is packed want to be told with it: the list that Maven has made of the libraries and their licences, the texts of licences
/// that lie in the jars, and what `src/main/notices` says of native code. Java's own are in its `legal` folder.
///
/// Arguments: the folder with the jars, Maven's list, `src/main/notices`, Netloom's licence, the folder to fill.
void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[4]);
    Tree.delete(folder);
    Files.createDirectories(folder);
    Files.copy(Path.of(arguments[3]), folder.resolve("LICENSE"));
    Files.copy(Path.of(arguments[1]), folder.resolve("libraries.txt"));
    Tree.copy(Path.of(arguments[2]), folder, List.of(""));
    for (var jar : Tree.files(Path.of(arguments[0]))) {
        if (jar.toString().endsWith(".jar")) {
            gather(jar, folder.resolve(jar.getFileName().toString().replace(".jar", "")));
        }
    }
}

private static final String TEXT = "(?i)(META-INF/)?(legal/)?(licen[cs]e|notice|copying|about|.*-license)[^/]*\\.?(txt|md|html)?";

private static void gather(Path jar, Path folder) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
        for (var entry : zip.stream().filter(entry -> !entry.isDirectory() && entry.getName().matches(TEXT)).toList()) {
            var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!name.endsWith(".class") && !name.endsWith(".properties")) {
                Files.createDirectories(folder);
                Files.write(folder.resolve(name), zip.getInputStream(entry).readAllBytes());
            }
        }
    }
}
