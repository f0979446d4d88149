package io.netloom.app.training;

import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.Message.Tone;
import io.netloom.project.Branch;
import io.netloom.project.Kept;
import io.netloom.project.Project;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run that is to begin with what another has learnt, before it does: which weights it takes, and which blocks begin anew. It follows the
/// drawing and the plan, which the user may still change.
final class Branching {
    private final Document document;
    private final TrainingDesk desk;
    private final Background background;
    private final Texts texts;
    private final Runnable changed;
    private Optional<Proposal> proposal = Optional.empty();

    /// @param run from which
    /// @param kept which of its weights
    /// @param of the project that they were compared with
    /// @param branch what would be taken over, once that is known
    /// @param failure why nothing can be
    private record Proposal(Path run, Kept kept, Project of, Optional<Branch> branch, Optional<Sentence> failure) {}

    /// With what a run begins.
    ///
    /// @param run another's folder
    /// @param kept which of its weights
    record From(Path run, Kept kept) {}

    /// @param changed is told when something else is to be shown
    Branching(Document document, TrainingDesk desk, Background background, Texts texts, Runnable changed) {
        this.document = document;
        this.desk = desk;
        this.background = background;
        this.texts = texts;
        this.changed = changed;
    }

    /// Proposes what was proposed before the views were made anew.
    void reopen() {
        desk.unanswered(document).branch().ifPresent(from -> look(from.run(), from.kept()));
    }

    /// Proposes to begin with what a run has learnt.
    ///
    /// @param run its folder
    void propose(Path run) {
        look(run, Kept.BEST);
    }

    /// Takes other weights of that run.
    void setKept(Kept kept) {
        proposal.filter(p -> p.kept() != kept).ifPresent(p -> look(p.run(), kept));
    }

    /// After drawing, plan or data have changed.
    void follow() {
        proposal.filter(p -> !p.of().equals(document.project())).ifPresent(p -> look(p.run(), p.kept()));
    }

    private void look(Path run, Kept kept) {
        var asked = new Proposal(run, kept, document.project(), Optional.empty(), Optional.empty());
        Path place = document.home();
        proposal = Optional.of(asked);
        desk.note(document, now -> now.withBranch(Optional.of(new From(run, kept))));
        changed.run();
        background.look(() -> Branch.of(run, kept, asked.of(), place),
                branch -> answer(asked, new Proposal(run, kept, asked.of(), Optional.of(branch), Optional.empty())),
                e -> answer(asked, new Proposal(run, kept, asked.of(), Optional.empty(),
                        Optional.of(BadInput.told(e)))));
    }

    /// An answer to what is no longer asked is passed over.
    private void answer(Proposal asked, Proposal answer) {
        if (proposal.equals(Optional.of(asked))) {
            proposal = Optional.of(answer);
            changed.run();
        }
    }

    /// Whether a branch is proposed.
    boolean isOpen() {
        return proposal.isPresent();
    }

    /// Which weights would be taken.
    Kept kept() {
        return proposal.map(Proposal::kept).orElse(Kept.BEST);
    }

    /// From what it would begin, in words.
    String title() {
        return proposal.map(p -> texts.get("training.branch.title", p.run().getFileName())).orElse("");
    }

    /// What it would take over, and what is to be known of that.
    List<Message> messages() {
        var messages = new ArrayList<Message>();
        proposal.flatMap(Proposal::failure).map(texts::say).map(Message::bad).ifPresent(messages::add);
        proposal.flatMap(Proposal::branch).ifPresent(branch -> {
            messages.add(branch.anew().isEmpty()
                    ? new Message(Tone.GOOD, texts.get("training.branch.all", branch.taken().size()))
                    : new Message(Tone.PLAIN, texts.get("training.branch.some", branch.taken().size(),
                            String.join(", ", branch.anew()))));
            switch (branch.division()) {
                case SAME -> {
                    // It is judged by what nothing was learnt from.
                }
                case ANOTHER -> messages.add(new Message(Tone.PLAIN, texts.get("training.branch.division")));
            }
        });
        return messages;
    }

    /// Whether it is known what would be taken over, and that is something.
    boolean isReady() {
        return proposal.flatMap(Proposal::branch).isPresent();
    }

    /// Trains the new run.
    void begin() {
        Optional<Branch> branch = proposal.flatMap(Proposal::branch);
        proposal = Optional.empty();
        desk.note(document, now -> now.withBranch(Optional.empty()));
        branch.ifPresent(b -> desk.branch(document, b));
        changed.run();
    }

    /// Gives it up.
    void leave() {
        proposal = Optional.empty();
        desk.note(document, now -> now.withBranch(Optional.empty()));
        changed.run();
    }
}
