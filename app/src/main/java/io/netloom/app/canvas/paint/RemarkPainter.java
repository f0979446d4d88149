package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.geometry.TextWidths.Face;
import io.netloom.app.canvas.paint.Look.Choice;
import io.netloom.graph.Remark;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Paints a note or a frame. Words that do not fit are cut.
final class RemarkPainter {
    private static final double LINE = 18;

    private final Patterns patterns;
    private final MeasuredWidths widths;

    RemarkPainter(Patterns patterns, MeasuredWidths widths) {
        this.patterns = patterns;
        this.widths = widths;
    }

    void paint(GraphicsContext g, Remark remark, Choice choice) {
        Pane pattern = patterns.remark(remark.kind(), choice);
        Brush.region(g, pattern, remark.x(), remark.y(), remark.width(), remark.height());
        Insets padding = pattern.getInsets();
        double width = remark.width() - padding.getLeft() - padding.getRight();
        double bottom = remark.y() + remark.height() - padding.getBottom();
        Text words = patterns.words(pattern, "remark-words");
        Face face = switch (remark.kind()) {
            case NOTE -> Face.TEXT;
            case FRAME -> Face.TITLE;
        };
        double y = remark.y() + padding.getTop();
        for (String line : lines(remark.text(), face, width)) {
            if (y + LINE <= bottom + 1) {
                Brush.words(g, words, MeasuredWidths.font(face), widths.cut(line, face, width),
                        remark.x() + padding.getLeft(), y);
            }
            y += LINE;
        }
    }

    private List<String> lines(String text, Face face, double width) {
        var lines = new ArrayList<String>();
        text.lines().forEach(paragraph -> wrap(paragraph, face, width, lines));
        return lines;
    }

    private void wrap(String paragraph, Face face, double width, List<String> lines) {
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(paragraph);
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && widths.width(paragraph.substring(start, next).stripTrailing(), face) > width) {
                lines.add(paragraph.substring(start, end).stripTrailing());
                start = end;
            }
            end = next;
        }
        lines.add(paragraph.substring(start).stripTrailing());
    }
}
