package io.netloom.layer;

import java.util.ArrayList;
import java.util.List;

/// The statements of one TorchScript method while it is being written; names its locals.
public final class TorchBody {
    private final List<String> lines = new ArrayList<>();
    private int locals;

    /// Adds a statement.
    public void line(String statement) {
        lines.add(statement);
    }

    /// Gives the expression's value a name and returns the name.
    public String let(String expression) {
        String name = "t" + locals++;
        lines.add(name + " = " + expression);
        return name;
    }

    /// The statements so far.
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
