package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Guides;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Edge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a gesture that is under way shows above the drawing. All places are in world units.
public sealed interface Overlay {

    /// No gesture shows anything.
    record Nothing() implements Overlay {}

    /// A box that selects.
    record Marquee(Box box) implements Overlay {}

    /// A stroke that cuts wires.
    ///
    /// @param wires those that it has crossed
    record Stroke(List<Point> points, Set<Edge> wires) implements Overlay {
        public Stroke {
            points = List.copyOf(points);
            wires = Set.copyOf(wires);
        }
    }

    /// A wire with one loose end.
    ///
    /// @param from the port at which it is fast
    /// @param loose where the other end is
    /// @param fitting the ports that it may be dropped on
    /// @param target the port that it would be dropped on now, fitting or not
    /// @param lifted the wire that it was, if it was pulled off a port
    record Pulling(Port from, Point loose, Set<Port> fitting, Optional<Port> target, Optional<Edge> lifted)
            implements Overlay {
        public Pulling {
            fitting = Set.copyOf(fitting);
        }
    }

    /// Cards on their way.
    ///
    /// @param levels lines along edges and middles that are level
    /// @param gaps lines across equal gaps
    /// @param splice the wire that the card would be put into
    /// @param remarks where remarks are that move along, by id
    record Dragging(List<Guides.Line> levels, List<Guides.Line> gaps, Optional<Edge> splice,
            Map<String, Point> remarks) implements Overlay {
        public Dragging {
            levels = List.copyOf(levels);
            gaps = List.copyOf(gaps);
            remarks = Map.copyOf(remarks);
        }
    }
}
