package io.netloom.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where files lie that can be made again: the platform's folder for caches.
final class CacheFolder {
    private CacheFolder() {}

    static Path ofUser() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// `$XDG_CACHE_HOME` on Linux, `Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows.
    ///
    /// @param system the value of `os.name`
    /// @param home the user's folder
    /// @param environment the process's variables
    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Netloom/cache");
        } else if (system.startsWith("Mac")) {
            return home.resolve("Library/Caches/Netloom");
        }
        return folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("netloom");
    }

    /// The XDG specification wants relative paths to be ignored.
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()).map(Path::of)
                .filter(Path::isAbsolute).orElse(otherwise);
    }
}
