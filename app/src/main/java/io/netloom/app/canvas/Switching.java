package io.netloom.app.canvas;

import io.netloom.graph.Activity;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import java.util.List;
import java.util.Locale;

/// Takes blocks out of the network without taking them away, and back in.
final class Switching {
    private final CanvasViewModel model;

    Switching(CanvasViewModel model) {
        this.model = model;
    }

    /// Bypasses what is selected; where all of it is bypassed already, it takes part again.
    void bypass() {
        toggle(Activity.BYPASSED);
    }

    /// Mutes what is selected; where all of it is muted already, it takes part again.
    void mute() {
        toggle(Activity.MUTED);
    }

    /// Whether all that is selected is in this way.
    boolean all(Activity activity) {
        List<Node> selected = selected();
        return !selected.isEmpty() && selected.stream().allMatch(node -> node.activity() == activity);
    }

    private void toggle(Activity activity) {
        Activity next = all(activity) ? Activity.ACTIVE : activity;
        List<GraphEdit> edits = selected().stream().filter(node -> node.activity() != next)
                .<GraphEdit>map(node -> new GraphEdit.SetActivity(node.name(), next)).toList();
        if (edits.size() == 1) {
            model.apply(edits.getFirst());
        } else if (!edits.isEmpty()) {
            model.apply(new GraphEdit.Several(model.texts()
                    .get("edit.activity-several." + next.name().toLowerCase(Locale.ROOT), edits.size()), edits));
        }
    }

    private List<Node> selected() {
        return model.document().drawing().nodes().stream()
                .filter(node -> model.document().selection().nodes().contains(node.name())).toList();
    }
}
