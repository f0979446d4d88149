package io.netloom.layer.std;

import io.netloom.layer.PythonCode;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is put around the places of a tensor, axis by axis behind the channels.
///
/// @param before entries in front of each axis
/// @param after entries behind it
/// @param mode what they are
/// @param value the number that they are, where the mode is zeros
record Edge(List<Long> before, List<Long> after, PaddingMode mode, double value) {

    boolean symmetric() {
        return before.equals(after);
    }

    boolean none() {
        return before.stream().allMatch(n -> n == 0) && after.stream().allMatch(n -> n == 0);
    }

    /// The problem, if the mode cannot find so many entries in `x`.
    Optional<Problem> problem(Shape x, Remedy remedy) {
        for (int axis = 0; axis < before.size(); axis++) {
            long size = x.size(axis + 1);
            if (!mode.allows(Math.max(before.get(axis), after.get(axis)), size)) {
                return Optional
                        .of(Problem.setting("padding that is " + (mode == PaddingMode.REFLECT ? "less than" : "at most")
                                + " the size of each axis", "receives " + x + " to pad by " + this, remedy));
            }
        }
        return Optional.empty();
    }

    String torch(String x) {
        return mode == PaddingMode.ZEROS
                ? "torch.constant_pad_nd(" + x + ", [" + sizes() + "], " + value + ")"
                : "torch.pad(" + x + ", [" + sizes() + "], \"" + mode + "\", None)";
    }

    String python(String x) {
        String how = mode != PaddingMode.ZEROS ? ", mode='" + mode + "'" : value == 0 ? "" : ", value=" + value;
        return "F.pad(" + x + ", (" + sizes() + ")" + how + ")";
    }

    /// A module that is constructed so: it puts the edge on itself, unless it would have to differ before and behind.
    PythonCode module(String constructor) {
        return symmetric()
                ? PythonCode.module(constructor)
                : PythonCode.module(constructor, "{self}(" + python("{0}") + ")");
    }

    /// The last axis first, as PyTorch takes it.
    private String sizes() {
        var sizes = new ArrayList<Long>();
        for (int axis = before.size() - 1; axis >= 0; axis--) {
            sizes.add(before.get(axis));
            sizes.add(after.get(axis));
        }
        return sizes.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        var text = new ArrayList<String>();
        for (int axis = 0; axis < before.size(); axis++) {
            text.add(Math.max(before.get(axis), after.get(axis)) + "");
        }
        return String.join("×", text);
    }
}
