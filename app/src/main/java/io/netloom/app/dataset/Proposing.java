package io.netloom.app.dataset;

import io.netloom.app.document.Document;
import io.netloom.data.Augmentation;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.project.Project;
import io.netloom.train.TrainingPlan;
import java.util.Optional;
import java.util.function.Consumer;

/// What the wizard will end in, as far as it is known.
final class Proposing {
    private final Optional<Document> join;
    private final Work work;
    private final Consumer<Exception> failed;
    private Optional<Division> division = Optional.empty();
    private Optional<Augmentation> augmentation = Optional.empty();
    private Optional<Graph> mended = Optional.empty();
    private Optional<Offer> offer = Optional.empty();

    /// @param join the document that gets the data; where there is none, a new one is made
    /// @param failed takes why nothing can be proposed
    Proposing(Optional<Document> join, Work work, Consumer<Exception> failed) {
        this.join = join;
        this.work = work;
        this.failed = failed;
    }

    /// What is proposed; nothing as long as that is not known.
    Optional<Offer> offer() {
        return offer;
    }

    /// Forgets all that was said.
    void restart() {
        division = Optional.empty();
        augmentation = Optional.empty();
        mended = Optional.empty();
        offer = Optional.empty();
    }

    /// What was proposed is not what would be now.
    void forget() {
        offer = Optional.empty();
    }

    /// Proposes something.
    void propose(OpenData data, Answers said) {
        Optional<Project> there = join.map(Document::project);
        Optional<Graph> drawing = mended.or(() -> there.map(Project::graph));
        var wish = new Offer.Wish(division, augmentation);
        work.run((_, _) -> {
            Choice choice = data.choice(said);
            return there.isPresent() ? Offer.joined(choice, wish, drawing.orElseThrow(), there.get().plan())
                    : Offer.ofNew(choice, wish);
        }, made -> offer = Optional.of(made), failed);
    }

    /// How the examples are divided; nothing as long as nothing is proposed.
    Optional<Division> division() {
        return division.or(() -> offer.map(made -> Division.of(made.project().plan())));
    }

    /// Divides them so, from the next proposal on.
    void setDivision(Division wish) {
        division = Optional.of(wish);
    }

    /// How pictures are changed at random; nothing as long as nothing is proposed.
    Optional<Augmentation> augmentation() {
        return augmentation.or(() -> offer.map(made -> made.project().plan().augmentation()));
    }

    /// Changes pictures so. Nothing else of what is proposed hangs on that.
    void setAugmentation(Augmentation wish) {
        augmentation = Optional.of(wish);
        offer = offer.map(made -> made.with(planned(made, wish)));
    }

    private static TrainingPlan planned(Offer made, Augmentation wish) {
        return made.project().plan().withAugmentation(wish);
    }

    /// Mends the drawing that gets the data, from the next proposal on; it is kept only at the end.
    void mend(GraphEdit fix) {
        mended = offer.map(made -> fix.apply(made.project().graph()));
    }
}
