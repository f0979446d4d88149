package io.netloom.app.canvas.layout;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Placement;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// One long drawing from left to right, by ELK's layered algorithm (after Sugiyama, Tagawa and Toda 1981).
final class Layers {
    private static final double BESIDE = 40;
    private static final double LANE = 20;
    private static final int SEED = 1;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private record Placed(ElkNode node, List<ElkPort> inputs, List<ElkPort> outputs) {}

    private Layers() {}

    /// Where the cards of these names stand, in the order of the names.
    static Map<String, Box> layered(Cards cards, List<String> names) {
        ElkNode root = root();
        var placed = new LinkedHashMap<String, Placed>();
        names.forEach(name -> placed.put(name, placed(root, cards.layout(name))));
        for (Edge edge : cards.graph().edges()) {
            if (placed.containsKey(edge.from()) && !edge.from().equals(edge.to())) {
                ElkGraphUtil.createSimpleEdge(port(placed.get(edge.from()).outputs, edge.output()),
                        port(placed.get(edge.to()).inputs, edge.input()));
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        var boxes = new LinkedHashMap<String, Box>();
        placed.forEach((name, at) -> boxes.put(name,
                cards.layout(name).box(new Point(at.node.getX(), at.node.getY()).onGrid(CardLayout.GRID / 2))));
        return boxes;
    }

    private static ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Placement.GAP);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BESIDE);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, LANE);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, LANE);
        return root;
    }

    private static Placed placed(ElkNode root, CardLayout card) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(card.width(), card.height());
        node.setProperty(LayeredOptions.ALIGNMENT, Alignment.LEFT);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        return new Placed(node, ports(node, PortSide.WEST, card.inputs(), card.input(Point.ORIGIN, 0)),
                ports(node, PortSide.EAST, card.outputs(), card.output(Point.ORIGIN, 0)));
    }

    /// A side without ports gets one all the same, for wires to ports that do not exist.
    private static List<ElkPort> ports(ElkNode node, PortSide side, List<Point> places, Point spare) {
        var ports = new ArrayList<ElkPort>();
        for (Point place : places.isEmpty() ? List.of(spare) : places) {
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setLocation(place.x(), place.y());
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            ports.add(port);
        }
        return ports;
    }

    private static ElkPort port(List<ElkPort> ports, int index) {
        return ports.get(Math.min(index, ports.size() - 1));
    }
}
