package io.netloom.app.sheet;

import io.netloom.data.Augmentation;
import io.netloom.data.Augmenter;
import io.netloom.data.Dataset;
import io.netloom.data.Input;
import io.netloom.data.UnreadableExample;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.awt.image.BufferedImage;
import java.util.List;

/// What a plan does to pictures at random: a row for each example, first as it is, then as the network sees it in one epoch after the
/// other.
public final class AugmentationSheet {
    private AugmentationSheet() {}

    /// Whether there are pictures to be changed.
    public static boolean hasPictures(List<Input> inputs) {
        return inputs.stream().map(Input::shape).anyMatch(AugmentationSheet::isPicture);
    }

    private static boolean isPicture(Shape shape) {
        return shape.type() == ElementType.UINT8 && shape.rank() == 3;
    }

    /// Draws some examples, spread over the training part, so that classes which lie one after the other are all seen. What cannot be
    /// read is passed over.
    ///
    /// @param train numbers of the examples to learn from
    /// @param seed of the training
    /// @param rows examples, at most
    /// @param epochs columns beside the first
    /// @throws BadInput if pictures are to be changed and there are none, or masks are to be mixed
    public static BufferedImage draw(Dataset data, int[] train, Augmentation how, long seed, int rows, int epochs) {
        var augmenter = new Augmenter(how, data, train, seed);
        var plain = new Augmenter(Augmentation.NONE, data, train, seed);
        Shape shape = data.inputs().stream().map(Input::shape).filter(AugmentationSheet::isPicture).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("input.no-pictures-to-show",
                        "This data has no pictures that could be changed.")));
        int all = Math.min(rows, train.length);
        var sheet = new SheetOfPictures(shape, all, epochs + 1);
        int row = 0;
        for (int i = 0; i < all; i++) {
            int example = train[(int) ((long) i * train.length / all)];
            try {
                sheet.put(row, 0, plain.augmented(example, 1));
                for (int epoch = 1; epoch <= epochs; epoch++) {
                    sheet.put(row, epoch, augmenter.augmented(example, epoch));
                }
                row++;
            } catch (UnreadableExample _) {
                // the data's own warnings name it
            }
        }
        return sheet.image();
    }
}
