package io.netloom.compile;

import java.util.List;

/// A value that a program keeps between calls, as a member of its TorchScript class.
sealed interface Attribute {

    /// The member's name.
    String name();

    /// How TorchScript calls its type.
    String type();

    /// A tensor.
    ///
    /// @param parameter whether it is learnt, and so records gradients
    record Tensor(String name, TensorData initial, boolean parameter) implements Attribute {
        @Override
        public String type() {
            return "Tensor";
        }
    }

    /// A list of tensors that are members themselves. It saves building the list at each call.
    ///
    /// @param view how the list holds them
    record TensorList(String name, List<Tensor> members, View view) implements Attribute {
        @Override
        public String type() {
            return "List[Tensor]";
        }
    }

    /// How a list holds its members.
    enum View {
        /// The very same tensors.
        SAME,
        /// Tensors over the same memory that record no gradients.
        DETACHED
    }
}
