package io.netloom.layer;

import java.util.List;
import java.util.Optional;

/// A layer as a person would write it in Python with PyTorch.
///
/// @param constructor the `nn.…` expression to keep as a member, if the layer has one
/// @param call the expression in `forward`: `{self}` is the member, `{0}`, `{1}` the inputs, `{*}` all of them
public record PythonCode(Optional<String> constructor, String call) {

    /// A member that is called with all inputs.
    public static PythonCode module(String constructor) {
        return new PythonCode(Optional.of(constructor), "{self}({*})");
    }

    /// A member, called in a way of its own.
    public static PythonCode module(String constructor, String call) {
        return new PythonCode(Optional.of(constructor), call);
    }

    /// An expression that needs no member.
    public static PythonCode expression(String call) {
        return new PythonCode(Optional.empty(), call);
    }

    /// The line that stands for the layer: its constructor, or its expression with inputs named `x`, or `x0`, `x1`.
    public String line() {
        return constructor.orElseGet(() -> call.replace("{*}", "x0, x1").replaceAll("\\{(\\d)}", "x$1"));
    }

    /// The expression in `forward` with names put in.
    ///
    /// @param self the member, such as `self.conv1`; any text where the layer has none
    /// @param inputs what is wired to the inputs, in their order
    public String applied(String self, List<String> inputs) {
        String applied = call.replace("{self}", self).replace("{*}", String.join(", ", inputs));
        for (int i = 0; i < inputs.size(); i++) {
            applied = applied.replace("{" + i + "}", inputs.get(i));
        }
        return applied;
    }
}
