package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Pictures, and masks that give each of their pixels a class. A mask has the name of its picture, whatever the ending, and lies
/// in the same place below its own folder; folders `train`, `validation` (or `val`) and `test` directly below say which part a
/// picture belongs to, if there is one for training.
///
/// A mask is a picture in shades of grey or with a palette, best a PNG: the shade, or the place in the palette, is the number of
/// the class. Where there are two classes, a mask may also be black and white, 0 and 255.
///
/// Pictures are brought to `channels × height × width` as those of an [ImageFolder] are; masks take the class of the nearest
/// pixel.
///
/// @param pictures the folder of the pictures
/// @param masks the folder of the masks
/// @param channels 1 for grey, 3 for red, green and blue
/// @param height rows of pixels, 1 to 2,048
/// @param width columns of pixels, 1 to 2,048
/// @param classes their names, the first for number 0; 2 to 256
public record MaskFolder(Path pictures, Path masks, int channels, int height, int width, List<String> classes)
        implements DataSource {
    /// The name of the input.
    public static final String INPUT = ImageFolder.INPUT;
    /// The name of the target.
    public static final String TARGET = "mask";
    static final String PICTURES = "images";
    static final String MASKS = "masks";

    /// @throws BadInput if channels, size or the number of classes are outside their range
    public MaskFolder {
        classes = List.copyOf(classes);
        ImageFolder.refuseOtherSizes(channels, height, width);
        new Task.Segmentation(classes, height, width);
    }

    /// Looks at a folder that holds `images` and `masks`. Channels and size are proposed as for an [ImageFolder], but that sides
    /// are multiples of 8, so that a network can halve them. The classes are named by the lines of a file `classes.txt` beside,
    /// else by their numbers.
    ///
    /// @throws BadInput if a folder holds no pictures or no masks
    public static MaskFolder detect(Path folder) {
        return MaskDetection.of(folder);
    }

    @Override
    public Dataset open(Labels labels) {
        return switch (labels) {
            case Labels.Learnt() -> MaskDataset.labelled(this);
            case Labels.Known(Map<String, Task> tasks) -> new KnownClasses(MaskDataset.labelled(this), tasks);
            case Labels.None() -> new ImageFolder(pictures, channels, height, width).open(labels);
        };
    }

    /// Where `path` holds `images` and `masks`, they are meant; else the pictures lie there, and no masks.
    @Override
    public MaskFolder at(Path path) {
        return MaskDetection.isMaskFolder(path)
                ? new MaskFolder(path.resolve(PICTURES), path.resolve(MASKS), channels, height, width, classes)
                : new MaskFolder(path, masks, channels, height, width, classes);
    }

    Task.Segmentation task() {
        return new Task.Segmentation(classes, height, width);
    }
}
