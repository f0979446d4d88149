package io.netloom.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;

/// The program's icon, for title bars and lists of windows; the build draws it.
final class WindowIcon {
    /// In pixels. Systems take the one that is nearest to what they show, and scale it.
    private static final List<Integer> SIZES = List.of(16, 32, 48, 128, 256);

    private WindowIcon() {}

    /// Reads it, in all sizes. This takes its time, so it is not for the window's thread.
    static List<Image> read() throws IOException {
        var sizes = new ArrayList<Image>();
        for (int size : SIZES) {
            try (InputStream png = WindowIcon.class.getResourceAsStream("netloom-" + size + ".png")) {
                sizes.add(new Image(png));
            }
        }
        return sizes;
    }
}
