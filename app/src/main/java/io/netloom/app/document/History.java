package io.netloom.app.document;

import io.netloom.graph.Composite;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The states that a project went through. A step back is the state before it, the very same object.
final class History {
    /// Blocks in all states together, those not counted that a state shares with the one before. A block takes some three
    /// hundred bytes.
    private static final long MOST_BLOCKS = 2_000_000;
    private static final int FEWEST_STEPS = 100;

    /// A state and what led to it.
    private record State(String label, Project project, long blocks) {}

    private final List<State> states = new ArrayList<>();
    private int now;
    private long blocks;

    History(Project first) {
        blocks = first.graph().size();
        states.add(new State("", first, blocks));
    }

    Project project() {
        return states.get(now).project();
    }

    /// Goes on to a new state; states that were undone are forgotten.
    void add(String label, Project project) {
        while (states.size() > now + 1) {
            blocks -= states.removeLast().blocks();
        }
        var state = new State(label, project, own(project().graph(), project.graph()));
        states.add(state);
        blocks += state.blocks();
        int gone = 0;
        while (blocks > MOST_BLOCKS && states.size() - gone > FEWEST_STEPS + 1) {
            blocks -= states.get(gone++).blocks();
        }
        states.subList(0, gone).clear();
        now = states.size() - 1;
    }

    Optional<String> undoLabel() {
        return now > 0 ? Optional.of(states.get(now).label()) : Optional.empty();
    }

    Optional<String> redoLabel() {
        return now + 1 < states.size() ? Optional.of(states.get(now + 1).label()) : Optional.empty();
    }

    /// Call only where there is an [#undoLabel].
    void undo() {
        now--;
    }

    /// Call only where there is a [#redoLabel].
    void redo() {
        now++;
    }

    /// The blocks of a drawing that it does not share with the one before it.
    private static long own(Graph before, Graph after) {
        if (before == after) {
            return 0;
        }
        long own = after.nodes().size();
        for (Node node : after.nodes()) {
            if (node.block() instanceof Composite(String _, Graph inside)) {
                own += own(before.contains(node.name()) && before.node(node.name()).block() instanceof Composite old
                        ? old.inside() : Graph.empty(), inside);
            }
        }
        return own;
    }
}
