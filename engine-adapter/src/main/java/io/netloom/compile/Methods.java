package io.netloom.compile;

import io.netloom.layer.TorchBody;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The methods of the TorchScript class while they are being written.
final class Methods {
    private final StringBuilder text = new StringBuilder();

    /// @param arguments their names, with a type where they are no tensors
    /// @param result an expression
    void add(String name, List<String> arguments, String type, TorchBody body, String result) {
        text.append("  def ").append(name).append("(self: __torch__.Net");
        arguments.forEach(a -> text.append(", ").append(a).append(a.contains(":") ? "" : ": Tensor"));
        text.append(") -> ").append(type).append(":\n");
        body.lines().forEach(line -> text.append("    ").append(line).append('\n'));
        text.append("    return ").append(result).append('\n');
    }

    /// All that were added.
    String text() {
        return text.toString();
    }

    /// A prefix with the numbers from 0.
    static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static String tuple(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "(" + String.join(", ", values) + ")";
    }

    static String tupleType(int count) {
        return count == 1 ? "Tensor" : "Tuple[" + String.join(", ", Collections.nCopies(count, "Tensor")) + "]";
    }
}
