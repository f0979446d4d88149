package io.netloom.app.canvas.geometry;

import java.util.List;

/// What a card says.
///
/// @param category drawer of the palette
/// @param name the block's name
/// @param settings lines with the settings that matter; may be empty
/// @param shape what comes out
/// @param parameters how many, short; empty where there are none
public record CardText(String category, String name, List<String> settings, String shape, String parameters) {
    public CardText {
        settings = List.copyOf(settings);
    }
}
