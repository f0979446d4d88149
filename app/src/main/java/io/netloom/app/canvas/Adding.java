package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Placement;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.document.Selection;
import io.netloom.check.Fit;
import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts new blocks and notes on the canvas.
final class Adding {
    private static final double NOTE_WIDTH = 200;
    private static final double NOTE_HEIGHT = 80;

    private final CanvasViewModel model;
    private final Wiring wiring;
    private final WritingTool writing;

    Adding(CanvasViewModel model, Wiring wiring, WritingTool writing) {
        this.model = model;
        this.writing = writing;
        this.wiring = wiring;
    }

    /// Opens the search where the pointer was double-clicked.
    void searchAt(Point world) {
        model.open(new QuickSearch(model.blocks(), _ -> true, _ -> true, world, Optional.empty(), ""));
    }

    /// Opens the search because somebody types. With one block selected, the new one will follow it.
    void searchFor(String typed) {
        var selected = model.document().selection().nodes();
        Optional<CardFace> before = selected.size() == 1 ? model.picture().card(selected.iterator().next())
                : Optional.empty();
        Optional<Port> port = before.filter(card -> !card.node().block().outputs().isEmpty())
                .map(card -> Port.output(card.name(), freeOutput(card)));
        if (port.isPresent()) {
            model.reveal(port.get().node());
            model.open(from(port.get(), model.place(port.get()).plus(Placement.GAP, 0), typed).orAlone());
        } else {
            model.open(new QuickSearch(model.blocks(), _ -> true, _ -> true, model.pointer(), Optional.empty(), typed));
        }
    }

    /// Opens the search for what a wire may lead to that was dropped on the empty canvas.
    void searchFrom(Port port, Point world) {
        model.open(from(port, world, ""));
    }

    private QuickSearch from(Port port, Point world, String typed) {
        return new QuickSearch(model.blocks(), block -> follows(block, port), block -> joins(block, port), world,
                Optional.of(port), typed);
    }

    /// Opens the search for what to put into a wire.
    void searchOn(Edge edge, Point world) {
        model.open(new QuickSearch(model.blocks(), block -> wiring.splices(block, edge), _ -> false, world,
                Optional.empty(), "")
                .into(edge));
    }

    private int freeOutput(CardFace card) {
        List<Integer> taken = model.document().drawing().outgoing(card.name()).stream().map(Edge::output).toList();
        int free = 0;
        while (taken.contains(free) && free + 1 < card.node().block().outputs().size()) {
            free++;
        }
        return taken.contains(free) ? 0 : free;
    }

    private static boolean joins(Block block, Port port) {
        return switch (port.side()) {
            case OUTPUT -> block.inputs().max() > 0;
            case INPUT -> !block.outputs().isEmpty();
        };
    }

    private boolean follows(Block block, Port port) {
        return switch (port.side()) {
            case OUTPUT -> {
                Optional<Shape> shape = model.fit().shape(port.node(), port.index());
                yield shape.map(s -> Fit.takes(block, List.of(s))).orElse(joins(block, port));
            }
            case INPUT -> joins(block, port);
        };
    }

    /// Adds what the search has found, and closes it.
    void take(QuickSearch search, BlockEntry entry) {
        model.closeSearch();
        String name = model.document().drawing().freeName(entry.nameToBegin());
        var node = new Node(name, entry.block(), 0, 0);
        if (search.splice().isPresent()) {
            wiring.splice(node, search.splice().get());
            model.reveal(name);
            return;
        }
        CardLayout layout = model.picture().layout(node);
        Point corner = corner(search.at(), search.from(entry), layout);
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Add(new Node(name, entry.block(), corner.x(), corner.y())));
        search.from(entry).ifPresent(port -> edits.add(new GraphEdit.Connect(switch (port.side()) {
            case OUTPUT -> port.to(Port.input(name, 0));
            case INPUT -> port.to(Port.output(name, 0));
        })));
        model.apply(new GraphEdit.Several(model.texts().get("edit.add", entry.name(), name), edits));
        model.document().select(Selection.of(name));
        model.reveal(name);
    }

    private Point corner(Point at, Optional<Port> from, CardLayout layout) {
        Point hold = from.map(port -> switch (port.side()) {
            case OUTPUT -> layout.input(Point.ORIGIN, 0);
            case INPUT -> layout.output(Point.ORIGIN, 0);
        }).orElse(new Point(layout.width() / 2, CardLayout.FIRST_PORT));
        Point wish = at.minus(hold).onGrid(CardLayout.GRID / 2);
        return Placement.free(layout.box(wish), model.picture().cards().stream().map(CardFace::box).toList());
    }

    /// Adds a block from elsewhere, the palette say, where it was dropped: into the wire that lies there if it goes.
    void drop(BlockEntry entry, Point world) {
        String name = model.document().drawing().freeName(entry.nameToBegin());
        Optional<Edge> wire = model.hits().wire(world, model.viewport().zoom())
                .filter(edge -> wiring.splices(entry.block(), edge));
        if (wire.isPresent()) {
            wiring.splice(new Node(name, entry.block(), 0, 0), wire.get());
        } else {
            take(new QuickSearch(model.blocks(), _ -> true, _ -> true, world, Optional.empty(), ""), entry);
        }
    }

    /// Puts a note there, to be written at once.
    void note() {
        Point at = model.pointer().onGrid(CardLayout.GRID);
        String id = model.document().drawing().freeId("note");
        writing.put(new Remark(id, Remark.Kind.NOTE, "", at.x(), at.y(), NOTE_WIDTH, NOTE_HEIGHT));
    }
}
