package io.netloom.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The composites that come with Netloom: drawings in the project file's format, in the resources beside this class.
public final class Templates {
    private static final List<Template> ALL = List.of("residual", "residual-down", "inception", "dense-block",
            "squeeze-excitation", "transformer-encoder", "u-net").stream().map(Templates::read).toList();

    private Templates() {}

    /// All of them, in the order in which an editor lists them.
    public static List<Template> all() {
        return ALL;
    }

    /// Two convolutions and what passes by; it keeps the shape.
    static Template residual() {
        return ALL.get(0);
    }

    /// A residual block that halves height and width.
    static Template halvingResidual() {
        return ALL.get(1);
    }

    private static Template read(String name) {
        String file = "templates/" + name + ".json";
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            return ProjectFile.readTemplate(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
