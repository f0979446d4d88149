package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Placement;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.project.Clip;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies and pastes.
final class Clipping {
    private final CanvasViewModel model;
    private final ClipText clipboard;

    Clipping(CanvasViewModel model, ClipText clipboard) {
        this.model = model;
        this.clipboard = clipboard;
    }

    /// Puts what is selected on the clipboard.
    ///
    /// @return whether there was anything
    boolean copy() {
        Clip clip = selected();
        boolean any = !clip.graph().nodes().isEmpty() || !clip.graph().remarks().isEmpty();
        if (any) {
            clipboard.put(clip.text());
        }
        return any;
    }

    /// Puts down what is on the clipboard.
    void paste() {
        read().ifPresent(clip -> put(new Clip(clip.graph(), List.of()), "canvas.step.paste"));
    }

    /// Puts down what is on the clipboard around a place.
    void pasteAt(Point world) {
        read().ifPresent(clip -> put(new Clip(clip.graph(), List.of()), "canvas.step.paste", Optional.of(world)));
    }

    /// The same, joined to those blocks that fed the ones that were copied.
    void pasteWithWires() {
        read().ifPresent(clip -> put(clip, "canvas.step.paste"));
    }

    /// Puts down what is selected once more; the clipboard stays as it is.
    void duplicate() {
        put(new Clip(selected().graph(), List.of()), "canvas.step.duplicate");
    }

    private Optional<Clip> read() {
        try {
            return clipboard.get().flatMap(Clip::of);
        } catch (BadInput e) {
            model.fail(model.texts().say(e));
            return Optional.empty();
        }
    }

    private Clip selected() {
        Graph graph = model.document().drawing();
        Selection selection = model.document().selection();
        Set<String> names = selection.nodes();
        List<Edge> within = graph.edges().stream().filter(e -> names.contains(e.from()) && names.contains(e.to()))
                .toList();
        List<Edge> incoming = graph.edges().stream().filter(e -> !names.contains(e.from()) && names.contains(e.to()))
                .toList();
        return new Clip(Graph.of(graph.nodes().stream().filter(n -> names.contains(n.name())).toList(), within,
                graph.remarks().stream().filter(r -> selection.remarks().contains(r.id())).toList()), incoming);
    }

    private void put(Clip clip, String key) {
        put(clip, key, Optional.empty());
    }

    private void put(Clip clip, String key, Optional<Point> centre) {
        Point way = way(clip.graph(), centre);
        Graph graph = model.document().drawing();
        var names = new HashMap<String, String>();
        var edits = new ArrayList<GraphEdit>();
        Graph so = graph;
        for (Node node : clip.graph().nodes()) {
            String name = so.freeName(node.name());
            names.put(node.name(), name);
            var add = new GraphEdit.Add(node.renamed(name).at(node.x() + way.x(), node.y() + way.y()));
            edits.add(add);
            so = add.apply(so);
        }
        for (Edge edge : clip.graph().edges()) {
            edits.add(new GraphEdit.Connect(
                    new Edge(names.get(edge.from()), edge.output(), names.get(edge.to()), edge.input())));
        }
        for (Edge edge : clip.incoming()) {
            if (graph.contains(edge.from()) && names.containsKey(edge.to())) {
                edits.add(new GraphEdit.Connect(
                        new Edge(edge.from(), edge.output(), names.get(edge.to()), edge.input())));
            }
        }
        var ids = new HashSet<String>();
        for (Remark remark : clip.graph().remarks()) {
            String id = so.freeId(remark.id());
            ids.add(id);
            var add = new GraphEdit.Annotate(new Remark(id, remark.kind(), remark.text(), remark.x() + way.x(),
                    remark.y() + way.y(), remark.width(), remark.height()));
            edits.add(add);
            so = add.apply(so);
        }
        model.apply(key, edits);
        model.document().select(new Selection(Set.copyOf(names.values()), Set.of(), ids));
        if (graph.nodes().isEmpty() && graph.remarks().isEmpty()) {
            model.showAll();
        }
    }

    /// Around this place; or else beside the originals, or in the middle of the view where these do not show.
    private Point way(Graph graph, Optional<Point> centre) {
        Map<String, Box> boxes = new HashMap<>();
        graph.nodes().forEach(n -> boxes.put(n.name(), model.picture().layout(n).box(new Point(n.x(), n.y()))));
        graph.remarks().forEach(r -> boxes.put("remark " + r.id(), new Box(r.x(), r.y(), r.width(), r.height())));
        Optional<Box> around = Box.around(boxes.values());
        if (around.isEmpty()) {
            return Point.ORIGIN;
        }
        Point step = new Point(2 * CardLayout.GRID, 2 * CardLayout.GRID);
        Box visible = model.viewport().visible();
        boolean beside = centre.isEmpty() && (visible.width() == 0 || visible.intersects(around.get()));
        Point start = beside ? step
                : centre.orElse(visible.centre()).minus(around.get().centre()).onGrid(CardLayout.GRID);
        List<Box> moved = boxes.values().stream().map(box -> box.moved(start.x(), start.y())).toList();
        return start.plus(
                Placement.freeWay(moved, model.picture().cards().stream().map(CardFace::box).toList()));
    }
}
