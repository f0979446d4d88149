package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.List;
import java.util.Map;

/// Pictures, and masks that give each of their pixels a class. A mask has the name of its picture, whatever the ending, and lies
/// in the same place below its own folder; folders `train`, `validation` (or `val`) and `test` directly below say which part a
/// picture belongs to, if there is one for training.
///
/// A mask is a picture in shades of grey or with a palette, best a PNG: the shade, or the place in the palette, is the number of
/// the class. Where there are two classes, a mask may also be black and white, 0 and 255.
///
/// Masks take the class of the nearest pixel; what is not seen of a picture has the first class. A mask that turns out to be
/// damaged is passed over with its picture.
///
/// @param pictures the folder of the pictures
/// @param masks the folder of the masks
/// @param form what each picture is brought to, and its mask with it
/// @param classes their names, the first for number 0; 2 to 256
public record MaskFolder(Path pictures, Path masks, PictureForm form, List<String> classes) implements DataSource {
    /// The name of the input.
    public static final String INPUT = ImageFolder.INPUT;
    /// The name of the target.
    public static final String TARGET = "mask";
    static final String PICTURES = "images";
    static final String MASKS = "masks";

    /// @throws BadInput if the number of classes is outside its range
    public MaskFolder {
        classes = List.copyOf(classes);
        new Task.Segmentation(classes, form.height(), form.width());
    }

    /// Pictures that are stretched to `channels × height × width`.
    ///
    /// @throws BadInput if channels, size or the number of classes are outside their range
    public MaskFolder(Path pictures, Path masks, int channels, int height, int width, List<String> classes) {
        this(pictures, masks, new PictureForm(channels, height, width), classes);
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
            case Labels.None() -> new ImageFolder(pictures, form).open(labels);
        };
    }

    /// Where `path` holds `images` and `masks`, they are meant; else the pictures lie there, and no masks.
    @Override
    public List<Path> watched() {
        return Stream.of(pictures, masks).flatMap(folder -> FolderListing.of(folder).stream()).toList();
    }

    @Override
    public MaskFolder at(Path path) {
        return MaskDetection.isMaskFolder(path)
                ? new MaskFolder(path.resolve(PICTURES), path.resolve(MASKS), form, classes)
                : new MaskFolder(path, masks, form, classes);
    }

    Task.Segmentation task() {
        return new Task.Segmentation(classes, form.height(), form.width());
    }
}
