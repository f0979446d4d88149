import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes the image of the program that all packages hold: Netloom as the app's build has put it together, a Java of its own that has only the
/// modules below, and on Linux what lets it start faster. The build runs this file on the JDK that it has chosen, which is also the one that is packed.
///
/// Arguments: the installation that the app's build made, the folder to work in (the image will be its `netloom`), the version, the folder with icons, the
/// folder with notices, the time that all files are given, who publishes it.
void main(String[] arguments) throws IOException, InterruptedException {
    var home = Path.of(arguments[0]).toAbsolutePath().normalize();
    var work = Path.of(arguments[1]).toAbsolutePath().normalize();
    var icons = Path.of(arguments[3]).toAbsolutePath();
    Runtimes.check(home.resolve("lib"), MODULES);
    Tree.delete(work.resolve("image"));
    Tree.delete(work.resolve("input"));
    var input = Tree.copy(home, work.resolve("input"),
            List.of("lib", "conf", "engine", "samples", Platform.NATIVES_OF_JAVAFX));
    Tree.copy(Path.of(arguments[4]), input.resolve("notices"), List.of(""));
    if (Platform.IS_LINUX) {
        Strip.libraries(input);
    }
    Run.tool("jpackage", jpackage(input, work.resolve("image"), arguments[2], arguments[6], icons));
    Tree.delete(input);
    var image = Platform.image(work);
    if (Platform.IS_LINUX) {
        Launcher.replace(image, home.resolve("bin/netloom"));
        Tree.setTimes(image, Instant.parse(arguments[5]));
        Rehearsal.of(image).record();
    }
    IO.println("The image is " + image + ": " + Tree.size(image) / 1_000_000 + " MB");
}

/// What Netloom and its libraries use, and what no analysis of classes sees: charsets for tables of all countries, both languages' dates and numbers, ZIP files as
/// file systems.
private static final List<String> MODULES = List.of("java.compiler", "java.desktop", "java.logging", "java.management",
        "java.net.http", "java.sql",
        "java.xml", "jdk.charsets", "jdk.jfr", "jdk.localedata", "jdk.management", "jdk.unsupported", "jdk.zipfs");

private static List<String> jpackage(Path input, Path to, String version, String vendor, Path icons)
        throws IOException {
    var options = new ArrayList<String>(List.of("--type", "app-image", "--name", "netloom", "--app-version",
            Platform.version(version), "--vendor", vendor, "--input",
            input.toString(), "--dest", to.toString(), "--main-jar", "lib/netloom.jar", "--main-class",
            "io.netloom.app.Main", "--icon",
            icons.resolve(Platform.ICON).toString(), "--add-modules", String.join(",", MODULES)));
    var link = new ArrayList<String>(
            List.of("--strip-debug", "--no-man-pages", "--no-header-files", "--include-locales=en,zh"));
    if (!Platform.IS_LINUX) {
        link.add("--strip-native-commands");
        link.add("--generate-cds-archive");
        options.addAll(Launcher.options());
        if (Platform.IS_WINDOWS) {
            options.addAll(List.of("--add-launcher", "netloom-console=" + Launcher.console(input.getParent())));
        } else {
            options.addAll(FileType.options(input.getParent(), icons));
        }
    }
    options.addAll(List.of("--jlink-options", String.join(" ", link)));
    return options;
}
