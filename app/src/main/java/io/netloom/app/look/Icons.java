package io.netloom.app.look;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, coloured by the style sheet.
public final class Icons {
    private Icons() {}

    /// An icon.
    ///
    /// @param name in Material Design Icons: `mdi2u-undo`
    public static FontIcon of(String name) {
        var icon = new FontIcon(name);
        icon.setFocusTraversable(false);
        return icon;
    }

    /// A block's icon in the colour of its category.
    public static FontIcon of(BlockLook look) {
        FontIcon icon = of(look.icon());
        icon.getStyleClass().addAll("category-icon", look.styleClass());
        return icon;
    }

    /// A button that shows only an icon.
    ///
    /// @param words what it does, for the tooltip and for screen readers
    public static Button button(String name, String words, Runnable action) {
        var button = new Button(null, of(name));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
