package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Arrange;
import io.netloom.app.canvas.geometry.Axis;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Direction;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.layout.AutoLayout;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.document.Selection;
import io.netloom.app.task.Background;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Moves blocks about: to a side, in equal steps, by the arrow keys, or all by the program.
final class Arranging {
    private static final double FRAME = 20;
    private static final double TITLE = 24;
    private static final double ROOM = 1.7;

    private final CanvasViewModel model;
    private final Background background;
    private final WritingTool writing;

    Arranging(CanvasViewModel model, Background background, WritingTool writing) {
        this.model = model;
        this.background = background;
        this.writing = writing;
    }

    void align(Arrange.Side side) {
        arrange("canvas.step.align", boxes -> Arrange.align(boxes, side));
    }

    void distribute(Axis axis) {
        arrange("canvas.step.distribute", boxes -> Arrange.distribute(boxes, axis));
    }

    /// Moves what is selected, remarks too.
    void nudge(Direction direction, double step) {
        Point way = new Point(direction.unit().x() * step, direction.unit().y() * step);
        Selection moving = moving();
        model.apply("canvas.step.move", moves(moving.nodes(), moving.remarks(), way));
    }

    /// What moves if what is selected moves: with frames all that stands in them.
    Selection moving() {
        Selection selection = model.document().selection();
        var nodes = new HashSet<>(selection.nodes());
        var remarks = new HashSet<>(selection.remarks());
        List<Remark> all = List.copyOf(model.document().drawing().remarks());
        for (Remark frame : all) {
            if (frame.kind() == Remark.Kind.FRAME && selection.remarks().contains(frame.id())) {
                nodes.addAll(within(frame));
                all.stream().filter(inner -> box(frame).contains(box(inner))).map(Remark::id).forEach(remarks::add);
            }
        }
        return new Selection(nodes, Set.of(), remarks);
    }

    private static Box box(Remark remark) {
        return new Box(remark.x(), remark.y(), remark.width(), remark.height());
    }

    /// The edits that move blocks and remarks by a way.
    List<GraphEdit> moves(Set<String> nodes, Set<String> remarks, Point way) {
        var edits = new ArrayList<GraphEdit>();
        Graph graph = model.document().drawing();
        graph.nodes().stream().filter(node -> nodes.contains(node.name()))
                .forEach(node -> edits.add(new GraphEdit.Move(node.name(), node.x() + way.x(), node.y() + way.y())));
        graph.remarks().stream().filter(remark -> remarks.contains(remark.id()))
                .forEach(r -> edits.add(new GraphEdit.Annotate(r.at(r.x() + way.x(), r.y() + way.y()))));
        return edits;
    }

    private void arrange(String key, UnaryOperator<List<Box>> how) {
        List<CardFace> cards = selected();
        List<Box> boxes = how.apply(cards.stream().map(CardFace::box).toList());
        var corners = new HashMap<String, Point>();
        for (int i = 0; i < cards.size(); i++) {
            corners.put(cards.get(i).name(), boxes.get(i).corner());
        }
        move(key, corners);
    }

    private List<CardFace> selected() {
        Set<String> names = model.document().selection().nodes();
        return model.picture().cards().stream().filter(card -> names.contains(card.name())).toList();
    }

    private void move(String key, Map<String, Point> corners) {
        var from = new HashMap<String, Point>();
        var edits = new ArrayList<GraphEdit>();
        Map<String, List<String>> framed = framed();
        for (CardFace card : model.picture().cards()) {
            Point to = corners.getOrDefault(card.name(), card.corner());
            if (!to.equals(card.corner())) {
                from.put(card.name(), card.corner());
                edits.add(new GraphEdit.Move(card.name(), to.x(), to.y()));
            }
        }
        if (edits.isEmpty()) {
            return;
        }
        edits.addAll(reframed(framed, corners));
        model.apply(key, edits);
        model.glideFrom(from);
    }

    /// Finds a place for every block, in rows of the window's width.
    void layOut() {
        Graph graph = model.document().drawing();
        Cards cards = model.picture().layouts();
        double area = cards.boxes().values().stream().mapToDouble(b -> (b.width() + 80) * (b.height() + 60)).sum();
        double aspect = model.viewport().width() / Math.max(1, model.viewport().height());
        double width = Math.max(model.viewport().width() * 0.9, Math.sqrt(area * aspect * ROOM));
        background.run(() -> AutoLayout.corners(cards, width), corners -> {
            if (model.document().drawing() == graph) {
                move("canvas.step.lay-out", corners);
                model.showAll();
            }
        }, e -> model.fail(model.texts().get("canvas.lay-out.failed", e.toString())));
    }

    /// The names of the blocks in each frame.
    private Map<String, List<String>> framed() {
        var framed = new HashMap<String, List<String>>();
        for (Remark remark : model.document().drawing().remarks()) {
            if (remark.kind() == Remark.Kind.FRAME) {
                framed.put(remark.id(), within(remark));
            }
        }
        return framed;
    }

    /// The blocks that stand in a frame.
    List<String> within(Remark frame) {
        return model.picture().cardIndex().inside(box(frame));
    }

    /// Frames stay around their blocks.
    private List<GraphEdit> reframed(Map<String, List<String>> framed, Map<String, Point> corners) {
        var edits = new ArrayList<GraphEdit>();
        for (Remark remark : model.document().drawing().remarks()) {
            List<Box> boxes = framed.getOrDefault(remark.id(), List.of()).stream()
                    .map(name -> model.picture().card(name).orElseThrow())
                    .map(card -> card.box().at(corners.getOrDefault(card.name(), card.corner()))).toList();
            Box.around(boxes).map(Arranging::frame).ifPresent(box -> edits.add(new GraphEdit.Annotate(
                    remark.at(box.x(), box.y()).sized(box.width(), box.height()))));
        }
        return edits;
    }

    private static Box frame(Box content) {
        return new Box(content.x() - FRAME, content.y() - FRAME - TITLE, content.width() + 2 * FRAME,
                content.height() + 2 * FRAME + TITLE);
    }

    /// Draws a frame around what is selected, to be given a title at once.
    void frame() {
        Box.around(selected().stream().map(CardFace::box).toList()).map(Arranging::frame).ifPresent(box -> {
            String id = model.document().drawing().freeId("frame");
            writing.put(new Remark(id, Remark.Kind.FRAME, "", box.x(), box.y(), box.width(), box.height()));
        });
    }
}
