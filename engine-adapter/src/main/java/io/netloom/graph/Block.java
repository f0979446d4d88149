package io.netloom.graph;

import io.netloom.layer.Arity;
import io.netloom.layer.Layer;
import io.netloom.layer.Role;
import io.netloom.layer.Schema;
import java.util.List;

/// What stands at a [Node]: a layer, or a [Composite] with a drawing inside.
public sealed interface Block permits Block.Single, Composite {

    /// How cards and messages call its kind: `Conv2d`, `Residual block`.
    String type();

    /// The wires that come in.
    Arity inputs();

    /// Names of what goes out, one an output.
    List<String> outputs();

    /// Its part in the network.
    Role role();

    /// One layer.
    record Single(Layer layer) implements Block {
        @Override
        public String type() {
            return Schema.of(layer).type();
        }

        @Override
        public Arity inputs() {
            return layer.inputs();
        }

        @Override
        public List<String> outputs() {
            return layer.outputs();
        }

        @Override
        public Role role() {
            return layer.role();
        }
    }
}
