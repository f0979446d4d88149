package io.netloom.compile;

import io.netloom.check.CheckedNode;
import io.netloom.layer.Weight;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The members of the TorchScript class: weights, scalings and, for training, the optimiser's state and metric sums.
final class Members {
    static final String PARAMETERS = "parameter_list";
    static final String DETACHED = "detached_list";

    private final Map<String, Attribute.Tensor> weights = new LinkedHashMap<>();
    private final List<Head> heads;
    private final List<Attribute.Tensor> means = new ArrayList<>();
    private final List<Attribute.Tensor> deviations = new ArrayList<>();
    private final List<Attribute.Tensor> sums = new ArrayList<>();
    private final List<Attribute.TensorList> lists = new ArrayList<>();
    private final List<Attribute.Tensor> kept = new ArrayList<>();

    Members(Objective objective, Weights initial) {
        var prefixes = new HashMap<String, Integer>();
        for (CheckedNode node : objective.network().order()) {
            String prefix = identifier(node.node().name(), prefixes);
            for (Weight weight : node.weights()) {
                String name = Weights.name(node, weight);
                weights.put(name, new Attribute.Tensor(prefix + weight.name(), initial.tensors().get(name),
                        weight.kind() == Weight.Kind.PARAMETER));
            }
        }
        for (Feed feed : objective.feeds()) {
            means.add(scale("mean_" + means.size(), feed.scaling().mean(), feed.raw()));
            deviations.add(scale("deviation_" + deviations.size(), feed.scaling().std(), feed.raw()));
        }
        heads = objective.heads();
    }

    void addSums() {
        for (Head head : heads) {
            sums.add(new Attribute.Tensor("sums_" + sums.size(),
                    TensorData.zeros(ElementType.FLOAT64, List.of((long) HeadCode.sumCount(head))), false));
        }
    }

    void addTraining(Optimiser optimiser) {
        lists.add(new Attribute.TensorList(PARAMETERS, parameters(), Attribute.View.SAME));
        lists.add(new Attribute.TensorList(DETACHED, parameters(), Attribute.View.DETACHED));
        for (Attribute.TensorList list : OptimiserCode.state(optimiser, parameters())) {
            lists.add(list);
            kept.addAll(list.members());
        }
    }

    /// The expression that reads a weight.
    String weight(String name) {
        return "self." + weights.get(name).name();
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

    List<Attribute.Tensor> sums() {
        return sums;
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
        all.addAll(sums);
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

    private static Attribute.Tensor scale(String name, float[] values, Shape raw) {
        TensorData flat = TensorData.of(values);
        var shape = new ArrayList<Long>(List.of((long) values.length));
        while (shape.size() < raw.rank()) {
            shape.add(1L);
        }
        return new Attribute.Tensor(name, new TensorData(ElementType.FLOAT32, shape, flat.data()), false);
    }

    /// A prefix that TorchScript takes as the beginning of a name; no two nodes share one.
    private static String identifier(String name, Map<String, Integer> taken) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        int twins = taken.merge(plain, 1, Integer::sum);
        return "w_" + plain + (twins == 1 ? "__" : "__" + twins + "_");
    }
}
