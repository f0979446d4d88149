package io.netloom.app.canvas.layout;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Placement;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Breaks a long drawing into rows. ELK can wrap too, but by a wished shape of the whole: this keeps to a width, and weighs
/// few rows of about equal length against breaks inside of an inception block and the like, where several wires would have
/// to lead back (dynamic programming over all breaks, as Knuth and Plass 1981 do for lines of text).
final class Rows {
    /// What one more row costs; a row that is empty but for a corner costs 1.
    private static final double ROW = 0.5;
    /// What each wire beyond the first costs that passes a break.
    private static final double WIRE = 0.5;
    /// The last row may be shorter, but should not be one lonely block.
    private static final double LAST = 0.5;

    private Rows() {}

    /// Cards that stand above one another.
    private record Column(List<String> names, double left, double right) {}

    /// The same drawing in rows, at most `width` wide.
    static Map<String, Box> broken(Map<String, Box> boxes, Graph graph, double width) {
        List<Column> columns = columns(boxes);
        var rows = new LinkedHashMap<String, Box>();
        double y = 0;
        for (List<Column> row : rows(columns, crossing(columns, graph), width)) {
            List<String> names = row.stream().flatMap(column -> column.names.stream()).toList();
            Box around = Box.around(names.stream().map(boxes::get).toList()).orElseThrow();
            for (String name : names) {
                rows.put(name, boxes.get(name).moved(-around.x(), y - around.y()));
            }
            y += around.height() + AutoLayout.ROW_GAP;
        }
        return rows;
    }

    /// Cards without wires, beside one another until the row is full.
    static Map<String, Box> flowing(Cards cards, List<String> names, double width) {
        var boxes = new LinkedHashMap<String, Box>();
        double x = 0;
        double y = 0;
        double lowest = 0;
        for (String name : names) {
            Box card = cards.layout(name).box(Point.ORIGIN);
            if (x > 0 && x + card.width() > width) {
                x = 0;
                y = lowest + AutoLayout.ROW_GAP;
            }
            boxes.put(name, card.moved(x, y));
            lowest = Math.max(lowest, y + card.height());
            x += card.width() + Placement.GAP;
        }
        return boxes;
    }

    private static List<Column> columns(Map<String, Box> boxes) {
        List<String> names = boxes.keySet().stream().sorted(Comparator.comparingDouble(name -> boxes.get(name).x()))
                .toList();
        var columns = new ArrayList<Column>();
        for (String name : names) {
            Box box = boxes.get(name);
            if (columns.isEmpty() || box.x() >= columns.getLast().right) {
                columns.add(new Column(new ArrayList<>(List.of(name)), box.x(), box.right()));
            } else {
                Column last = columns.removeLast();
                last.names.add(name);
                columns.add(new Column(last.names, last.left, Math.max(last.right, box.right())));
            }
        }
        return columns;
    }

    /// How many wires pass from before each column to it or beyond.
    private static int[] crossing(List<Column> columns, Graph graph) {
        var place = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            for (String name : columns.get(i).names) {
                place.put(name, i);
            }
        }
        var crossing = new int[columns.size()];
        for (Edge edge : graph.edges()) {
            if (place.containsKey(edge.from())) {
                int from = place.get(edge.from());
                int to = place.get(edge.to());
                for (int i = Math.min(from, to) + 1; i <= Math.max(from, to); i++) {
                    crossing[i]++;
                }
            }
        }
        return crossing;
    }

    private static List<List<Column>> rows(List<Column> columns, int[] crossing, double width) {
        int count = columns.size();
        double row = Math.clamp(width, 1, Math.max(1, columns.getLast().right - columns.getFirst().left));
        var cost = new double[count + 1];
        var next = new int[count + 1];
        Arrays.fill(cost, 0, count, Double.POSITIVE_INFINITY);
        for (int begin = count - 1; begin >= 0; begin--) {
            for (int end = begin + 1; end <= count; end++) {
                double length = columns.get(end - 1).right - columns.get(begin).left;
                if (length > row && end > begin + 1) {
                    break;
                }
                double slack = Math.max(0, row - length) / row * (end == count ? LAST : 1);
                double wires = end == count ? 0 : WIRE * Math.max(0, crossing[end] - 1);
                double total = ROW + slack * slack + wires + cost[end];
                if (total < cost[begin]) {
                    cost[begin] = total;
                    next[begin] = end;
                }
            }
        }
        var rows = new ArrayList<List<Column>>();
        for (int begin = 0; begin < count; begin = next[begin]) {
            rows.add(columns.subList(begin, next[begin]));
        }
        return rows;
    }
}
