package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.geometry.TextWidths;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Measures texts with the fonts of the window.
public final class MeasuredWidths implements TextWidths {
    private static final int MOST = 20_000;

    private static final Map<Face, Font> FONTS = Arrays.stream(Face.values())
            .collect(Collectors.toUnmodifiableMap(face -> face, MeasuredWidths::make));

    private final Map<Face, Map<String, Double>> known = new EnumMap<>(Face.class);
    private final Text probe = new Text();

    @Override
    public double width(String text, Face face) {
        Map<String, Double> widths = known.computeIfAbsent(face, _ -> new HashMap<>());
        if (widths.size() > MOST) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, words -> {
            probe.setFont(font(face));
            probe.setText(words);
            return probe.getLayoutBounds().getWidth();
        });
    }

    /// The font of a line.
    static Font font(Face face) {
        return FONTS.get(face);
    }

    private static Font make(Face face) {
        return switch (face) {
            case SMALL, TEXT -> Font.font("System", face.size());
            case TITLE -> Font.font("System", FontWeight.BOLD, face.size());
            case NUMBERS -> Font.font("Monospaced", face.size());
        };
    }

    /// The text, cut with an ellipsis if it is wider.
    String cut(String text, Face face, double width) {
        if (width(text, face) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", face) > width) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
