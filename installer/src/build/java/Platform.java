import java.nio.file.Path;

/// What differs between the systems.
final class Platform {
    private static final String SYSTEM = System.getProperty("os.name");

    static final boolean IS_LINUX = SYSTEM.startsWith("Linux");
    static final boolean IS_WINDOWS = SYSTEM.startsWith("Windows");
    /// The file with the program's icon.
    static final String ICON = IS_WINDOWS ? "netloom.ico" : IS_LINUX ? "netloom-256.png" : "netloom.icns";
    /// The icon of project files.
    static final String FILE_ICON = IS_WINDOWS ? "project.ico" : IS_LINUX ? "project-256.png" : "project.icns";
    /// Where JavaFX looks for its libraries: on Windows in a folder beside that of its jar.
    static final String NATIVES_OF_JAVAFX = IS_WINDOWS ? "bin" : "lib";

    /// The packages that are made on this system.
    static final String PACKAGES = IS_WINDOWS ? "msi" : IS_LINUX ? "tar.gz,deb,rpm" : "dmg";
    /// The system and the processor, as files are called.
    static final String NAME = IS_WINDOWS ? "windows-x86_64" : IS_LINUX ? "linux-x86_64" : "macos-aarch64";

    private Platform() {}

    /// The version as jpackage wants it: numbers, on macOS from 1 on.
    static String version(String version) {
        String numbers = version.replace("-SNAPSHOT", "");
        return SYSTEM.startsWith("Mac") && numbers.startsWith("0.") ? "1." + numbers.substring(2) : numbers;
    }

    /// What a package is called, which each of jpackage, dpkg and rpm would decide otherwise.
    static String packageName(String version, String type) {
        return "netloom-" + version + "-" + NAME + "." + type;
    }

    /// The image below the folder that jpackage was told.
    static Path image(Path work) {
        return work.resolve("image").resolve(SYSTEM.startsWith("Mac") ? "netloom.app" : "netloom");
    }
}
