package io.netloom.app.canvas;

import io.netloom.app.canvas.Writing.Subject;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.document.Selection;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Remark;
import java.util.Optional;

/// Renames blocks and writes notes, where they stand.
public final class WritingTool {
    private final CanvasViewModel model;

    WritingTool(CanvasViewModel model) {
        this.model = model;
    }

    /// Begins with what is selected, if that is one thing with a text.
    public void begin() {
        Selection selection = model.document().selection();
        if (selection.nodes().size() == 1) {
            block(selection.nodes().iterator().next());
        } else if (selection.remarks().size() == 1) {
            remark(selection.remarks().iterator().next());
        }
    }

    /// Whether [#begin] has anything to begin with.
    public boolean possible() {
        Selection selection = model.document().selection();
        return selection.nodes().size() == 1 || selection.nodes().isEmpty() && selection.remarks().size() == 1;
    }

    void block(String name) {
        model.reveal(name);
        model.picture().card(name).ifPresent(card -> {
            Box box = card.box();
            model.write(new Writing(new Subject.OfBlock(name), name,
                    new Box(box.x() + 4, box.y() + CardLayout.PADDING + CardLayout.CATEGORY_LINE - 4,
                            box.width() - 8, CardLayout.NAME_LINE + 8)));
        });
    }

    void remark(String id) {
        find(id).ifPresent(r -> model.write(new Writing(new Subject.OfRemark(id), r.text(), switch (r.kind()) {
            case NOTE -> new Box(r.x(), r.y(), r.width(), r.height());
            case FRAME -> new Box(r.x(), r.y(), r.width(), CardLayout.NAME_LINE + 8);
        })));
    }

    private Optional<Remark> find(String id) {
        return model.document().drawing().remarks().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /// Takes what was written. A note without words goes.
    public void done(Writing writing, String text) {
        switch (writing.subject()) {
            case Subject.OfBlock(String name) -> {
                String wish = text.strip();
                if (!wish.isEmpty() && !wish.equals(name)) {
                    model.apply(new GraphEdit.Rename(name, wish));
                }
            }
            case Subject.OfRemark(String id) -> find(id).ifPresent(remark -> {
                if (text.isBlank() && remark.kind() == Remark.Kind.NOTE) {
                    model.apply(new GraphEdit.Erase(id));
                } else if (!text.equals(remark.text())) {
                    model.apply(new GraphEdit.Annotate(remark.saying(text)));
                }
            });
        }
    }
}
