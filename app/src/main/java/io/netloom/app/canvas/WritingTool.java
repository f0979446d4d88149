package io.netloom.app.canvas;

import io.netloom.app.canvas.Writing.Subject;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.text.EditWords;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Remark;
import io.netloom.shape.BadInput;
import java.util.Optional;
import java.util.Set;

/// Renames blocks and writes notes, where they stand.
public final class WritingTool {
    private final CanvasViewModel model;
    private Optional<Document.Gesture> begun = Optional.empty();

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

    /// Puts a note or a frame there, and begins with its words. Both together are one step.
    void put(Remark fresh) {
        var edit = new GraphEdit.Annotate(fresh);
        Document.Gesture gesture = model.document().gesture(EditWords.of(model.texts(), edit));
        begun = Optional.of(gesture);
        if (shown(gesture, edit)) {
            model.document().select(new Selection(Set.of(), Set.of(), Set.of(fresh.id())));
            remark(fresh.id());
        } else {
            gesture.cancel();
        }
    }

    private boolean shown(Document.Gesture gesture, GraphEdit edit) {
        try {
            gesture.show(edit);
            return true;
        } catch (BadInput e) {
            model.fail(model.texts().say(e));
            return false;
        }
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
                    begun.ifPresent(Document.Gesture::cancel);
                    find(id).ifPresent(_ -> model.apply(new GraphEdit.Erase(id)));
                } else {
                    say(remark, text);
                }
                begun = Optional.empty();
            });
        }
    }

    private void say(Remark remark, String text) {
        boolean taken = begun.map(gesture -> {
            boolean possible = text.equals(remark.text())
                    || shown(gesture, new GraphEdit.Annotate(remark.saying(text)));
            gesture.end();
            return possible;
        }).orElse(true);
        // Whoever edits something else meanwhile ends the gesture.
        find(remark.id()).filter(r -> taken && !r.text().equals(text))
                .ifPresent(r -> model.apply(new GraphEdit.Annotate(r.saying(text))));
    }
}
