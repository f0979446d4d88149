package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.Map;

/// Pictures that lie in a folder for each class; or in `train/` (and optionally `validation/` or `val/`, `test/`)
/// folders which each hold a folder for each class. The folders' names are the classes, sorted. Hidden files, and files
/// whose ending is not that of a picture, are passed over; files that are no readable picture are left out with a
/// warning.
///
/// Every picture is brought to `channels × height × width` (its proportions are not kept), stored as bytes,
/// transparency put on white. Decoded pixels are kept on the heap, up to a quarter of its largest size, so that later
/// epochs do not decode again.
///
/// @param folder the folder above
/// @param channels 1 for grey, 3 for red, green and blue
/// @param height rows of pixels, 1 to 2,048
/// @param width columns of pixels, 1 to 2,048
public record ImageFolder(Path folder, int channels, int height, int width) implements DataSource {
    /// The name of the input.
    public static final String INPUT = "image";
    /// The name of the target.
    public static final String TARGET = "class";
    private static final int LARGEST = 2_048;
    private static final int CACHE_SHARE = 4;

    /// @throws BadInput if channels or size are outside their range
    public ImageFolder {
        refuseOtherSizes(channels, height, width);
    }

    static void refuseOtherSizes(int channels, int height, int width) {
        if (channels != 1 && channels != 3) {
            throw new BadInput("Pictures cannot have " + channels + " channels. Choose 1 (grey) or 3 (colour).");
        }
        if (Math.min(height, width) < 1 || Math.max(height, width) > LARGEST) {
            throw new BadInput("Pictures cannot be brought to " + height + "×" + width
                    + ". Choose a height and a width from 1 to " + LARGEST + ".");
        }
    }

    /// Looks at some of the pictures, spread over the classes, and proposes channels (grey if they all are) and size:
    /// the common one if they agree, at most 224 on the longer side, else 64×64.
    ///
    /// @throws BadInput if the folder holds no pictures
    public static ImageFolder detect(Path folder) {
        return ImageDetection.of(folder, PictureTree.of(folder).pictures());
    }

    @Override
    public Dataset open(Labels labels) {
        long budget = Runtime.getRuntime().maxMemory() / CACHE_SHARE;
        return switch (labels) {
            case Labels.Learnt() -> ImageDataset.learnt(this, budget);
            case Labels.Known(Map<String, Task> tasks) -> new KnownClasses(ImageDataset.labelled(this, budget), tasks);
            case Labels.None() -> ImageDataset.unlabelled(this, budget);
        };
    }

    @Override
    public ImageFolder at(Path path) {
        return new ImageFolder(path, channels, height, width);
    }
}
