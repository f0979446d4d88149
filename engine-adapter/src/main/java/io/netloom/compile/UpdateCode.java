package io.netloom.compile;

import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The TorchScript of what gradients do to the weights: at once, or after some batches.
final class UpdateCode {
    private static final String GATHERED = "self." + Members.GATHERED;
    private static final String UPDATE = "update";
    private static final String BATCHES = "self." + Members.BATCHES;
    private static final String NORM = "self." + Members.NORM;

    private final Members members;
    private final Learning learning;
    private final LossScaling scaling;

    UpdateCode(Members members, Learning learning) {
        this.members = members;
        this.learning = learning;
        this.scaling = LossScaling.of(learning);
    }

    /// Writes what a batch's gradients do: they move the weights, or are added to those before.
    ///
    /// @param gradients an expression for each parameter
    /// @return an expression that is 0 and keeps all this alive
    String write(TorchBody body, List<String> gradients) {
        return learning.accumulates() ? gather(body, gradients) : moved(body, gradients);
    }

    /// Adds the gradients of this batch to those before; where there is a learning rate, all of them move the weights.
    private String gather(TorchBody body, List<String> gradients) {
        body.line("_ = torch._foreach_add_(" + GATHERED + ", [" + String.join(", ", gradients) + "])");
        body.line("_ = torch.add_(" + BATCHES + ", 1)");
        body.line("used = " + OptimiserCode.used(body, List.of(GATHERED)));
        body.block("if torch.gt(float(lr), 0.):", () -> body.line("used = (self).move(lr)"));
        body.block("else:", () -> body.line("pass"));
        return "used";
    }

    /// Writes the methods that [#write] calls.
    void writeMethods(Methods methods) {
        if (scaling == LossScaling.DYNAMIC) {
            writeUpdate(methods);
        }
        if (learning.accumulates()) {
            writeMove(methods);
        }
    }

    /// The mean of the gradients that were added moves the weights.
    private void writeMove(Methods methods) {
        var body = new TorchBody();
        body.line("_ = torch._foreach_div_(" + GATHERED + ", float(" + BATCHES + "))");
        List<String> means = members.gathered().stream().map(sum -> "self." + sum.name()).toList();
        String moved = moved(body, means);
        body.line("_ = torch._foreach_zero_(" + GATHERED + ")");
        body.line("_ = torch.zero_(" + BATCHES + ")");
        methods.add("move", List.of("lr"), "int", body,
                "torch.add(" + moved + ", " + OptimiserCode.used(body, List.of(GATHERED)) + ")");
    }

    private String moved(TorchBody body, List<String> gradients) {
        return switch (scaling) {
            case NONE -> update(body, clipped(body, gradients));
            case DYNAMIC -> scaling.whereFinite(body,
                    "(self)." + UPDATE + "([" + String.join(", ", gradients) + "], lr)");
        };
    }

    /// The update has a method of its own where it is only done if gradients are fine.
    private void writeUpdate(Methods methods) {
        var body = new TorchBody();
        List<String> given = IntStream.range(0, members.parameters().size()).mapToObj(i -> "gradients[" + i + "]")
                .toList();
        methods.add(UPDATE, List.of("gradients: List[Tensor]", "lr"), "int", body, update(body, clipped(body, given)));
    }

    private Map<Attribute.Tensor, String> clipped(TorchBody body, List<String> gradients) {
        List<String> found = gradients.stream().map(body::let).toList();
        List<String> used = switch (learning.clipping()) {
            case Learning.Clipping.None() -> noted(body, found);
            case Learning.Clipping.ByValue(double most) -> noted(body, found).stream()
                    .map(g -> body.let("torch.clamp(" + g + ", " + -most + ", " + most + ")")).toList();
            case Learning.Clipping.ByNorm(double most) -> byNorm(body, found, most);
        };
        var clipped = new HashMap<Attribute.Tensor, String>();
        for (int i = 0; i < used.size(); i++) {
            clipped.put(members.parameters().get(i), used.get(i));
        }
        return clipped;
    }

    /// Notes how large all gradients are together, before they are bounded.
    private static List<String> noted(TorchBody body, List<String> gradients) {
        note(body, norm(gradients));
        return gradients;
    }

    /// A norm takes a small network a tenth of a step, so there is only the first since somebody took the last.
    private static void note(TorchBody body, String norm) {
        body.block("if torch.lt(float(" + NORM + "), 0.):",
                () -> body.let("torch.copy_(" + NORM + ", " + norm + ")"));
        body.block("else:", () -> body.line("pass"));
    }

    private static String norm(List<String> gradients) {
        return "torch.linalg_vector_norm(torch.stack(torch._foreach_norm([" + String.join(", ", gradients) + "])))";
    }

    private static List<String> byNorm(TorchBody body, List<String> gradients, double most) {
        String norm = body.let(norm(gradients));
        note(body, norm);
        String factor = body.let("torch.clamp_max(torch.mul(torch.reciprocal(torch.add(" + norm + ", 1e-6)), " + most
                + "), 1.)");
        return gradients.stream().map(g -> body.let("torch.mul(" + g + ", " + factor + ")")).toList();
    }

    /// @return an expression that is 0 and keeps the update alive
    private String update(TorchBody body, Map<Attribute.Tensor, String> gradients) {
        var written = new ArrayList<String>();
        for (ParameterGroup group : members.groups()) {
            String list = body.let("[" + String.join(", ", group.parameters().stream().map(gradients::get).toList())
                    + "]");
            String rate = group.rate() == 1 ? "float(lr)" : "torch.mul(float(lr), " + group.rate() + ")";
            written.addAll(new OptimiserCode(body, group, list, rate).write(learning.optimiser()));
        }
        if (learning.averaging() > 0) {
            body.line("_ = torch._foreach_lerp_(self." + Members.AVERAGES + ", " + members.detachedWeights() + ", "
                    + (1 - learning.averaging()) + ")");
            written.add("self." + Members.AVERAGES);
        }
        return OptimiserCode.used(body, written);
    }
}
