package io.netloom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The rivals that lie in a folder, a jar or several.
public final class Rivals implements AutoCloseable {
    private final URLClassLoader loader;
    private final List<Rival> all;

    private Rivals(URLClassLoader loader) {
        this.loader = loader;
        this.all = ServiceLoader.load(Rival.class, loader).stream().map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Rival::name)).toList();
    }

    /// Loads them; there are none where there is no such folder.
    public static Rivals in(Path folder) {
        return new Rivals(new URLClassLoader(jars(folder), Rivals.class.getClassLoader()));
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).map(Rivals::url).toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By name.
    public List<Rival> all() {
        return all;
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
