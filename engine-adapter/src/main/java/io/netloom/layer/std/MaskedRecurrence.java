package io.netloom.layer.std;

import io.netloom.layer.TorchCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The forward pass of a recurrent layer that is told which positions are real. What fills up stands at the end, so that reading forwards needs
/// no care but for the last step; backwards each sequence is turned around within its own length first. PyTorch's packed sequences give the same
/// numbers, but its processor kernels for whole batches do not take these.
final class MaskedRecurrence {
    private final Recurrent layer;
    private final TorchCode code;
    private final long positions;
    /// Batch × 1: how many positions are real, at least one.
    private final String lengths;
    /// Batch × positions × 1.
    private final String real;
    private final String turned;

    MaskedRecurrence(Recurrent layer, TorchCode code) {
        this.layer = layer;
        this.code = code;
        this.positions = code.shape(0).size(0);
        String mask = code.inputs().get(1);
        lengths = code.let("torch.clamp(torch.sum(torch.ne(" + mask + ", 0), [1], True, dtype=None), 1, None)");
        String places = code.let("torch.to(torch.sub(torch.cumsum(torch.ones_like(" + mask
                + ", dtype=None, layout=None, device=None, pin_memory=None, memory_format=None), 1, dtype=None), 1), 4,"
                + " False, False, None)");
        String inside = code.let("torch.lt(" + places + ", " + lengths + ")");
        real = code.let("torch.unsqueeze(" + inside + ", 2)");
        turned = layer.bidirectional()
                ? code.let("torch.unsqueeze(torch.where(" + inside + ", torch.sub(torch.sub(" + lengths + ", 1), "
                        + places + "), " + places + "), 2)")
                : "";
    }

    String answer() {
        String x = code.let(code.heavy(code.input()));
        return layer.bidirectional() ? bothEnds(x) : forwards(x);
    }

    private String forwards(String x) {
        List<String> ends = Stream.iterate(0, i -> i + 1).limit(layer.layers()).map(i -> "_l" + i).toList();
        return taken(run(x, ends, layer.between()));
    }

    private String bothEnds(String x) {
        String next = x;
        for (int i = 0; i < layer.layers(); i++) {
            long features = i == 0 ? code.shape(0).size(1) : 2L * layer.units();
            String there = run(next, List.of("_l" + i), 0);
            String back = run(turn(next, features), List.of("_l" + i + "_reverse"), 0);
            if (i == layer.layers() - 1 && layer.steps() == Steps.LAST) {
                return "torch.cat([" + taken(there) + ", " + taken(back) + "], 1)";
            }
            next = code.let("torch.cat([" + there + ", " + turn(back, layer.units()) + "], 2)");
            if (layer.between() > 0 && i < layer.layers() - 1) {
                next = code.let("torch.dropout(" + next + ", " + layer.between() + ", " + code.training() + ")");
            }
        }
        return taken(next);
    }

    private String turn(String x, long features) {
        return code.let("torch.gather(" + x + ", 1, torch.expand(" + turned + ", [-1, " + positions + ", " + features
                + "], implicit=False), sparse_grad=False)");
    }

    /// All steps, zeros where they only fill up, or the last real one.
    private String taken(String all) {
        if (layer.steps() == Steps.ALL) {
            return "torch.mul(" + all + ", " + real + ")";
        }
        String last = code.let("torch.expand(torch.unsqueeze(torch.sub(" + lengths + ", 1), 2), [-1, 1, "
                + layer.units() + "], implicit=False)");
        return code.let("torch.squeeze(torch.gather(" + all + ", 1, " + last + ", sparse_grad=False), 1)");
    }

    /// Reads forwards, through the layers whose weights' names end so.
    private String run(String x, List<String> ends, double dropout) {
        String zeros = code.let("torch.new_zeros(" + x + ", [" + ends.size() + ", torch.size(" + x + ", 0), "
                + layer.units() + "], dtype=None, layout=None, device=None, pin_memory=None)");
        String weights = ends.stream()
                .flatMap(end -> Stream.of("weight_ih", "weight_hh", "bias_ih", "bias_hh").map(name -> name + end))
                .map(name -> code.heavy(code.weight(name))).collect(Collectors.joining(", ", "[", "]"));
        String run = "torch." + layer.cell().operator() + "(" + x + ", "
                + (layer.cell().states() == 1 ? zeros : "[" + zeros + ", " + zeros + "]") + ", " + weights + ", True, "
                + ends.size() + ", " + dropout + ", " + code.training() + ", False, True)";
        return code.let("(" + run + ")[0]");
    }
}
