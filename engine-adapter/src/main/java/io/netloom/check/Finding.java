package io.netloom.check;

import io.netloom.graph.GraphEdit;
import io.netloom.shape.Problem;
import io.netloom.shape.Sentence;
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
        return sentence().toString();
    }

    /// The same, as it can be said in other languages; these leave out how to mend it.
    public Sentence sentence() {
        String mend = problem.remedies().stream().findFirst().map(remedy -> " " + remedy.sentence())
                .or(() -> fixes.stream().findFirst().map(fix -> " " + fix.label() + ".")).orElse("");
        return Sentence.of("finding.message", "{0} needs {1} but {2}.{3}", Sentence.phrase(subject),
                Sentence.phrase(problem.needed()), Sentence.phrase(problem.found()), mend);
    }
}
