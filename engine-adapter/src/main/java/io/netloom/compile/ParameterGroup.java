package io.netloom.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Parameters that share a learning rate, with what the optimiser keeps for them.
///
/// @param index the group's number, part of its members' names
/// @param rate factor on the learning rate
/// @param parameters at least one
record ParameterGroup(int index, double rate, List<Attribute.Tensor> parameters) {

    /// The list of the parameters, without gradients.
    String detached() {
        return "self.detached_" + index;
    }

    /// The list of what is kept.
    String list(OptimiserCode.Kept kept) {
        return "self." + name(kept);
    }

    /// The lists as members.
    List<Attribute.TensorList> lists(Optimiser optimiser) {
        var lists = new ArrayList<Attribute.TensorList>();
        lists.add(new Attribute.TensorList("detached_" + index, parameters, Attribute.View.DETACHED));
        for (OptimiserCode.Kept kept : OptimiserCode.state(optimiser)) {
            var members = new ArrayList<Attribute.Tensor>();
            for (Attribute.Tensor parameter : parameters) {
                members.add(kept.isShared() && !members.isEmpty() ? members.getFirst()
                        : new Attribute.Tensor(name(kept) + "_" + members.size(), kept.initial(optimiser, parameter),
                                false));
            }
            lists.add(new Attribute.TensorList(name(kept), members, Attribute.View.SAME));
        }
        return lists;
    }

    /// What all parameters share of what is kept.
    String shared(OptimiserCode.Kept kept) {
        return "self." + name(kept) + "_0";
    }

    private String name(OptimiserCode.Kept kept) {
        return kept.name().toLowerCase(Locale.ROOT) + "_" + index;
    }
}
