import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/// Gathers what the authors of everything that is packed want to be told with it: the list that Maven has made of the libraries and their licences, with where the text of each
/// lies; the texts that lie in the jars; and what `src/main/notices` has: texts of licences, holders of copyright, and native code. Java's own are in its `legal` folder.
///
/// It fails where a library is under a licence that is not known here, or whose author would not be named.
///
/// Arguments: the folder with the jars, Maven's list, `src/main/notices`, Netloom's licence, the folder to fill.
void main(String[] arguments) throws IOException {
    var jars = Path.of(arguments[0]);
    var notices = Path.of(arguments[2]);
    var folder = Path.of(arguments[4]);
    Tree.delete(folder);
    Files.createDirectories(folder);
    Files.copy(Path.of(arguments[3]), folder.resolve("LICENSE"));
    Files.copy(notices.resolve("native-code.txt"), folder.resolve("native-code.txt"));
    Tree.copy(notices, folder, List.of("licences"));
    for (var jar : Tree.files(jars)) {
        if (jar.toString().endsWith(".jar")) {
            gather(jar, folder.resolve(jar.getFileName().toString().replace(".jar", "")));
        }
    }
    Files.write(folder.resolve("libraries.txt"),
            Libraries.described(Path.of(arguments[1]), folder, notices.resolve("copyrights.txt")));
}

private static final String TEXT = "(?i)(META-INF/)?(legal/)?(licen[cs]e|notice|copying|about|AL2|LGPL2|.*-license)[^/]*\\.?(txt|md|html)?";

private static void gather(Path jar, Path folder) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
        for (var entry : zip.stream().filter(entry -> !entry.isDirectory() && entry.getName().matches(TEXT)).toList()) {
            var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!name.matches(".*\\.(class|properties|ini|mappings)")) {
                Files.createDirectories(folder);
                Files.write(folder.resolve(name), zip.getInputStream(entry).readAllBytes());
            }
        }
    }
}
