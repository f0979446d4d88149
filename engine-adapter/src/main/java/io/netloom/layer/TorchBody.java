package io.netloom.layer;

import java.util.ArrayList;
import java.util.List;

/// The statements of one TorchScript method while it is being written; names its locals.
public final class TorchBody {
    private final List<String> lines = new ArrayList<>();
    private int locals;
    private int depth;

    /// Adds a statement.
    public void line(String statement) {
        lines.add("  ".repeat(depth) + statement);
    }

    /// Adds a statement that holds others, such as a loop.
    ///
    /// @param head its first line
    /// @param content adds what stands in it; names that it gives hold there only
    public void block(String head, Runnable content) {
        line(head);
        depth++;
        content.run();
        depth--;
    }

    /// Gives the expression's value a name and returns the name.
    public String let(String expression) {
        String name = "t" + locals++;
        line(name + " = " + expression);
        return name;
    }

    /// The statements so far.
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
