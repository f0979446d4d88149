package io.netloom.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.netloom.app.document.Settings.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Light or dark.
final class Themes {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = Themes.class.getResource("netloom.css").toExternalForm();

    private Themes() {}

    /// To be called before the first scene is made: the theme of a scene that is there already comes out half-dressed.
    static void prepare(Theme theme) {
        Application.setUserAgentStylesheet(
                isDark(theme) ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /// Dresses a scene.
    static void apply(Theme theme, Scene scene) {
        prepare(theme);
        dress(theme, scene);
    }

    /// Dresses one more scene, in the theme that the window has.
    static void dress(Theme theme, Scene scene) {
        if (!scene.getStylesheets().contains(SHEET)) {
            scene.getStylesheets().add(SHEET);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, isDark(theme));
    }

    static boolean isDark(Theme theme) {
        return switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
