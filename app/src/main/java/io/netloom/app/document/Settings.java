package io.netloom.app.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the window remembers between two starts.
///
/// @param theme light, dark, or as the system has it
/// @param language the language of the window
/// @param bounds where the window was
/// @param recent projects that were open, the last one first
/// @param paletteWidth pixels
/// @param inspectorWidth pixels
/// @param trackpad whether two fingers pan the canvas; else the wheel zooms
/// @param notices whether a note says that a training is over, where the window lies behind others
public record Settings(Theme theme, Language language, Bounds bounds, List<Path> recent, double paletteWidth,
        double inspectorWidth, boolean trackpad, boolean notices) {
    private static final int MOST_RECENT = 12;

    /// Light or dark.
    public enum Theme {
        /// As the system has it, also when it changes.
        SYSTEM,
        /// Dark text on white.
        LIGHT,
        /// Light text on near black.
        DARK
    }

    /// The languages of the window.
    public enum Language {
        /// As the system has it, if it is one of the others; else English.
        SYSTEM,
        /// English.
        ENGLISH,
        /// Simplified Chinese.
        CHINESE
    }

    /// A window's place on the screen.
    ///
    /// @param x pixels; not a number where the system may choose
    /// @param y pixels; not a number where the system may choose
    /// @param width pixels
    /// @param height pixels
    /// @param maximised whether it fills the screen
    public record Bounds(double x, double y, double width, double height, boolean maximised) {}

    public Settings {
        recent = List.copyOf(recent);
    }

    /// What a window begins with.
    public static Settings usual() {
        return new Settings(Theme.SYSTEM, Language.SYSTEM, new Bounds(Double.NaN, Double.NaN, 1280, 800, false),
                List.of(), 224, 288, false, true);
    }

    /// The same with another theme.
    public Settings with(Theme newTheme) {
        return new Settings(newTheme, language, bounds, recent, paletteWidth, inspectorWidth, trackpad, notices);
    }

    /// The same in another language.
    public Settings with(Language newLanguage) {
        return new Settings(theme, newLanguage, bounds, recent, paletteWidth, inspectorWidth, trackpad, notices);
    }

    /// The same at another place.
    public Settings with(Bounds newBounds) {
        return new Settings(theme, language, newBounds, recent, paletteWidth, inspectorWidth, trackpad, notices);
    }

    /// The same with other widths of the panels at the sides.
    public Settings withPanels(double newPaletteWidth, double newInspectorWidth) {
        return new Settings(theme, language, bounds, recent, newPaletteWidth, newInspectorWidth, trackpad, notices);
    }

    /// The same with the other meaning of the wheel.
    public Settings withOtherWheel() {
        return new Settings(theme, language, bounds, recent, paletteWidth, inspectorWidth, !trackpad, notices);
    }

    /// The same with notes, or without them.
    public Settings withOtherNotices() {
        return new Settings(theme, language, bounds, recent, paletteWidth, inspectorWidth, trackpad, !notices);
    }

    /// The same after a project was opened or saved.
    public Settings opened(Path file) {
        var files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return withRecent(files.subList(0, Math.min(MOST_RECENT, files.size())));
    }

    /// The same without a project that is gone.
    public Settings withoutRecent(Path file) {
        return withRecent(recent.stream().filter(f -> !f.equals(file)).toList());
    }

    private Settings withRecent(List<Path> files) {
        return new Settings(theme, language, bounds, files, paletteWidth, inspectorWidth, trackpad, notices);
    }
}
