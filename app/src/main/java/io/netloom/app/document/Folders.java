package io.netloom.app.document;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a user's own files of Netloom lie.
///
/// @param config settings, which are kept
/// @param state what a crash must not lose
public record Folders(Path config, Path state) {

    /// Where logs lie.
    public Path logs() {
        return state.resolve("logs");
    }

    /// Where reports of crashes lie; the launcher has Java write those of native code there.
    public Path crashes() {
        return state.resolve("crashes");
    }

    /// Those of whoever runs this program.
    public static Folders ofThisUser() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// As the platform has it: the XDG folders on Linux, Application Support on macOS, AppData on Windows.
    ///
    /// @param system the value of `os.name`
    /// @param home the user's folder
    /// @param environment the process's variables
    public static Folders of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return new Folders(folder(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Netloom"),
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Netloom"));
        } else if (system.startsWith("Mac")) {
            Path support = home.resolve("Library/Application Support/Netloom");
            return new Folders(support, support);
        }
        return new Folders(folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("netloom"),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("netloom"));
    }

    /// The XDG specification wants relative paths to be ignored.
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()).map(Path::of)
                .filter(Path::isAbsolute).orElse(otherwise);
    }
}
