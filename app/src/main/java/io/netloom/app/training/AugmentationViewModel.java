package io.netloom.app.training;

import io.netloom.app.document.Document;
import io.netloom.app.sheet.SheetDrawing;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.data.Augmentation;
import io.netloom.data.DataSource;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.MaskFolder;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.Table;
import io.netloom.data.TextFile;
import java.util.List;

/// How a document's pictures are changed at random while its network learns: what is tried beside pictures that are so changed, until it is
/// taken over as one step, or not.
public final class AugmentationViewModel {
    private final Document document;
    private final Texts texts;
    private final SheetDrawing drawing;
    private Augmentation wish = Augmentation.NONE;

    AugmentationViewModel(Document document, Texts texts, Background background) {
        this.document = document;
        this.texts = texts;
        drawing = new SheetDrawing(background);
    }

    /// Whether the document learns from pictures.
    boolean isPossible() {
        return document.project().data().filter(AugmentationViewModel::hasPictures).isPresent();
    }

    private static boolean hasPictures(DataSource source) {
        return switch (source) {
            case ImageFolder _,ImageTable _,IdxFiles _,MaskFolder _ -> true;
            case Table _,Series _,TextFile _ -> false;
            case Reconstructed(DataSource of, var _, var _) -> hasPictures(of);
        };
    }

    /// What the plan says, in few words.
    String summary() {
        Augmentation planned = document.project().plan().augmentation();
        long parts = RecordTree.names(planned).stream()
                .filter(part -> !RecordTree.at(planned, List.of(part)).equals(RecordTree.at(Augmentation.NONE,
                        List.of(part))))
                .count();
        return parts == 0 ? texts.get("training.augmentation.none") : texts.get("training.augmentation.some", parts);
    }

    /// Begins to try, with what the plan says.
    void begin() {
        set(document.project().plan().augmentation());
    }

    /// What is tried now.
    Augmentation wish() {
        return wish;
    }

    /// Tries something else.
    void set(Augmentation newWish) {
        wish = newWish;
        document.project().data()
                .ifPresent(source -> drawing.draw(source, document.project().plan().withAugmentation(wish)));
    }

    /// Pictures as they are changed by what is tried.
    SheetDrawing drawing() {
        return drawing;
    }

    /// Whether it is another than the plan's.
    boolean isNew() {
        return !wish.equals(document.project().plan().augmentation());
    }

    /// Takes it over into the plan, as one step.
    void use() {
        if (isNew()) {
            document.change(texts.get("training.step-of-plan", texts.get("training.augmentation")),
                    project -> project.withPlan(project.plan().withAugmentation(wish)));
        }
    }

    /// Lets the pictures go.
    void close() {
        drawing.close();
    }
}
