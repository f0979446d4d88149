package io.netloom.check;

import io.netloom.graph.GraphEdit;
import io.netloom.shape.Problem;
import java.util.List;

/// A problem at its place in the drawing, with edits that mend it.
///
/// @param node the node that has it; empty for the drawing as a whole
/// @param subject how the text calls that node: `Dense 'head'`
/// @param problem what was found and needed
/// @param fixes edits that mend it, the likely one first; each can be applied to the graph that was checked
public record Finding(String node, String subject, Problem problem, List<GraphEdit> fixes) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    /// The text for badge, tooltip, command line and log.
    public String message() {
        String text = problem.about(subject);
        return problem.remedies().isEmpty() && !fixes.isEmpty() ? text + " " + fixes.getFirst().label() + "." : text;
    }
}
