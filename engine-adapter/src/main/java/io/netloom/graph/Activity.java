package io.netloom.graph;

/// Whether a block takes part in the network. One that does not stays in the drawing, with its settings and wires, so that
/// one can try how a network does without it.
public enum Activity {
    /// It computes what it says.
    ACTIVE,
    /// What arrives goes on unchanged, as if a wire stood in its place. That needs exactly one wire that arrives, and one
    /// output.
    BYPASSED,
    /// It and its wires are left out: nothing comes from it, and nothing that leads to it counts.
    MUTED
}
