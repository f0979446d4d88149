package io.netloom.compile;

import io.netloom.check.CheckedNode;
import io.netloom.layer.Weight;
import io.netloom.shape.ElementType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The members of the TorchScript class: weights, scalings and, for training, the optimiser's state and metric sums.
final class Members {
    static final String PARAMETERS = "parameter_list";
    static final String AVERAGES = "averages";
    static final String GATHERED = "gathered";
    static final String BATCHES = "gathered_batches";
    static final String NORM = "gradient_norm";
    /// What stands for a norm that nobody has computed since the last was taken.
    static final float NO_NORM = -1;
    private static final String WEIGHTS = "detached_weights";

    private final Map<String, Attribute.Tensor> weights = new LinkedHashMap<>();
    private final Map<String, Double> rates;
    private final List<HeadMembers> headMembers = new ArrayList<>();
    private final List<HeadCode> heads = new ArrayList<>();
    private final List<Attribute.Tensor> means = new ArrayList<>();
    private final List<Attribute.Tensor> deviations = new ArrayList<>();
    private final List<List<Attribute.Tensor>> sums = new ArrayList<>();
    private final List<Attribute.TensorList> lists = new ArrayList<>();
    private final List<ParameterGroup> groups = new ArrayList<>();
    private final Map<String, Attribute.Tensor> averages = new LinkedHashMap<>();
    private final List<Attribute.Tensor> gathered = new ArrayList<>();
    private final List<Attribute.Tensor> kept = new ArrayList<>();
    private final List<Attribute.Tensor> notes = new ArrayList<>();

    /// @param learning says which blocks do not learn
    Members(Objective objective, Weights initial, Learning learning) {
        var taken = new HashSet<String>();
        rates = new LinkedHashMap<>();
        for (CheckedNode node : objective.network().order()) {
            for (Weight weight : node.weights()) {
                String name = Weights.name(node, weight);
                weights.put(name, new Attribute.Tensor(identifier(node, weight, taken), initial.tensors().get(name),
                        weight.kind() == Weight.Kind.PARAMETER && !learning.freezes(node.node().name())));
                rates.put(name, learning.rate(node.node().name()));
            }
        }
        for (Feed feed : objective.feeds()) {
            means.add(scale("mean_" + means.size(), feed.scaling().mean(), feed));
            deviations.add(scale("deviation_" + deviations.size(), feed.scaling().std(), feed));
        }
        for (Head head : objective.heads()) {
            HeadMembers own = HeadMembers.of(head, headMembers.size());
            headMembers.add(own);
            heads.add(code(objective, head, own));
        }
    }

    private HeadCode code(Objective objective, Head head, HeadMembers own) {
        int input = head.task() instanceof Task.Reconstruction(String name) ? objective.indexOfFeed(name) : -1;
        return new HeadCode(head, objective.arriving(head),
                read(input < 0 ? own.mean() : Optional.of(means.get(input))),
                read(input < 0 ? own.deviation() : Optional.of(deviations.get(input))), read(own.weights()));
    }

    private static String read(Optional<Attribute.Tensor> member) {
        return member.map(m -> "self." + m.name()).orElse("None");
    }

    void addSums() {
        for (HeadCode head : heads) {
            String number = Integer.toString(sums.size());
            var kept = new ArrayList<Attribute.Tensor>();
            kept.add(zeros("sums_" + number, head.sumCount()));
            if (head.detailCount() > 0) {
                kept.add(zeros("details_" + number, head.detailCount()));
            }
            sums.add(kept);
        }
    }

    void addTraining(Learning learning) {
        lists.add(new Attribute.TensorList(PARAMETERS, parameters(), Attribute.View.SAME));
        var byRate = new LinkedHashMap<Double, List<Attribute.Tensor>>();
        weights.forEach((name, tensor) -> {
            if (tensor.parameter()) {
                byRate.computeIfAbsent(rates.get(name), _ -> new ArrayList<>()).add(tensor);
            }
        });
        byRate.forEach((rate, parameters) -> groups.add(new ParameterGroup(groups.size(), rate, parameters)));
        for (ParameterGroup group : groups) {
            for (Attribute.TensorList list : group.lists(learning.optimiser())) {
                lists.add(list);
                if (list.view() == Attribute.View.SAME) {
                    list.members().stream().distinct().forEach(kept::add);
                }
            }
        }
        if (learning.averaging() > 0) {
            addAverages();
        }
        if (learning.accumulates()) {
            addGathered();
        }
        kept.addAll(LossScaling.of(learning).members());
        notes.add(new Attribute.Tensor(NORM, TensorData.scalar(NO_NORM), false));
    }

    private void addGathered() {
        for (Attribute.Tensor parameter : parameters()) {
            gathered.add(new Attribute.Tensor(GATHERED + "_" + gathered.size(),
                    TensorData.zeros(ElementType.FLOAT32, parameter.initial().shape()), false));
        }
        kept.addAll(gathered);
        kept.add(new Attribute.Tensor(BATCHES, TensorData.scalar(0), false));
        lists.add(new Attribute.TensorList(GATHERED, List.copyOf(gathered), Attribute.View.SAME));
    }

    private void addAverages() {
        weights.forEach((name, tensor) -> {
            if (tensor.parameter()) {
                averages.put(name, new Attribute.Tensor("average_" + averages.size(), tensor.initial(), false));
            }
        });
        kept.addAll(averages.values());
        lists.add(new Attribute.TensorList(AVERAGES, List.copyOf(averages.values()), Attribute.View.SAME));
        lists.add(new Attribute.TensorList(WEIGHTS, parameters(), Attribute.View.DETACHED));
    }

    /// The sums of gradients, one a parameter; there only where they are accumulated.
    List<Attribute.Tensor> gathered() {
        return gathered;
    }

    /// Parameters that share a learning rate.
    List<ParameterGroup> groups() {
        return groups;
    }

    /// All parameters, without gradients; there only where averages are kept.
    String detachedWeights() {
        return "self." + WEIGHTS;
    }

    /// The expression that reads a weight.
    String weight(String name) {
        return "self." + weights.get(name).name();
    }

    /// The expression that reads what is judged and kept of a weight: its average, where there is one.
    String judgedWeight(String name) {
        return averages.containsKey(name) ? "self." + averages.get(name).name() : weight(name);
    }

    /// For each weight, the place in [#state] of what is judged and kept of it.
    SequencedMap<String, Integer> published() {
        List<Attribute.Tensor> state = state();
        var places = new LinkedHashMap<String, Integer>();
        weights.forEach((name, tensor) -> places.put(name, state.indexOf(averages.getOrDefault(name, tensor))));
        return places;
    }

    List<String> weightNames() {
        return List.copyOf(weights.keySet());
    }

    List<Attribute.Tensor> parameters() {
        return weights.values().stream().filter(Attribute.Tensor::parameter).toList();
    }

    Attribute.Tensor mean(int input) {
        return means.get(input);
    }

    Attribute.Tensor deviation(int input) {
        return deviations.get(input);
    }

    /// What is summed for a head: what training sums too, then what is summed only in judging.
    List<Attribute.Tensor> sums(int head) {
        return sums.get(head);
    }

    /// The code of each head, in the network's order.
    List<HeadCode> heads() {
        return heads;
    }

    /// What training changes: the weights, then the optimiser's tensors.
    List<Attribute.Tensor> state() {
        return Stream.concat(weights.values().stream(), kept.stream()).toList();
    }

    /// Weights come first, so that they are the first tensors of the archive, in their own order.
    List<Attribute> attributes() {
        var all = new ArrayList<Attribute>(weights.values());
        all.addAll(means);
        all.addAll(deviations);
        all.addAll(kept);
        all.addAll(notes);
        sums.forEach(all::addAll);
        headMembers.forEach(own -> own.all().forEach(all::add));
        all.addAll(lists);
        return all;
    }

    /// The head of the class.
    String declare() {
        var text = new StringBuilder("class Net(Module):\n");
        List<Attribute> all = attributes();
        Map<Boolean, List<String>> names = all.stream().filter(Attribute.Tensor.class::isInstance)
                .map(Attribute.Tensor.class::cast).collect(Collectors.partitioningBy(Attribute.Tensor::parameter,
                        Collectors.mapping(t -> '"' + t.name() + '"', Collectors.toList())));
        text.append("  __parameters__ = [").append(String.join(", ", names.get(true))).append(", ]\n");
        text.append("  __buffers__ = [").append(String.join(", ", names.get(false))).append(", ]\n");
        text.append("  training : bool\n");
        all.forEach(a -> text.append("  ").append(a.name()).append(" : ").append(a.type()).append('\n'));
        return text.toString();
    }

    private static Attribute.Tensor zeros(String name, int count) {
        return new Attribute.Tensor(name, TensorData.zeros(ElementType.FLOAT64, List.of((long) count)), false);
    }

    private static Attribute.Tensor scale(String name, float[] values, Feed feed) {
        TensorData flat = TensorData.of(values);
        var shape = new ArrayList<Long>(List.of((long) values.length));
        while (feed.scaling().along() == Scaling.Along.FIRST && shape.size() < feed.raw().rank()) {
            shape.add(1L);
        }
        return new Attribute.Tensor(name, new TensorData(ElementType.FLOAT32, shape, flat.data()), false);
    }

    /// A name that TorchScript takes; no two weights share one.
    private static String identifier(CheckedNode node, Weight weight, Set<String> taken) {
        String plain = ("w_" + node.node().name() + "__" + weight.name()).replaceAll("[^A-Za-z0-9_]", "_");
        String name = plain;
        for (int twin = 2; !taken.add(name); twin++) {
            name = plain + "__" + twin;
        }
        return name;
    }
}
