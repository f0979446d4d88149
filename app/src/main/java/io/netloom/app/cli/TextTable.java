package io.netloom.app.cli;

import java.io.PrintWriter;
import java.util.List;

/// Columns of text for a terminal.
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /// @param rows the first is the head
    /// @param left so many columns are set to the left, the others, numbers, to the right
    static void print(List<List<String>> rows, int left, PrintWriter out) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : GAP).append(i < left ? row.get(i) + space : space + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /// Chinese characters take two columns of a terminal.
    private static int width(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }
}
