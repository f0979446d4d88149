package io.netloom.graph;

/// A wire from an output of one node to an input of another. Ports are counted from 0.
public record Edge(String from, int output, String to, int input) {

    /// A wire from the first output to the first input.
    public static Edge of(String from, String to) {
        return new Edge(from, 0, to, 0);
    }

    boolean touches(String node) {
        return from.equals(node) || to.equals(node);
    }

    Edge renamed(String oldName, String newName) {
        return !touches(oldName) ? this
                : new Edge(from.equals(oldName) ? newName : from, output, to.equals(oldName) ? newName : to, input);
    }
}
