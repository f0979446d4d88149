package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Pictures that lie in a folder for each class; or in `train/` (and optionally `validation/` or `val/`, `test/`)
/// folders which each hold a folder for each class. The folders' names are the classes, sorted. Hidden files, and files
/// whose ending is not that of a picture, are passed over; files that are no readable picture are left out with a
/// warning.
///
/// Decoded pixels are kept on the heap, up to a quarter of its largest size, and beyond that in a file in the user's cache folder,
/// so that later epochs do not decode again. A picture that turns out to be damaged while it is decoded is passed over in every
/// batch.
///
/// @param folder the folder above
/// @param form what each picture is brought to
public record ImageFolder(Path folder, PictureForm form) implements DataSource {
    /// The name of the input.
    public static final String INPUT = "image";
    /// The name of the target.
    public static final String TARGET = "class";

    /// Pictures that are stretched to `channels × height × width`.
    ///
    /// @throws BadInput if channels or size are outside their range
    public ImageFolder(Path folder, int channels, int height, int width) {
        this(folder, new PictureForm(channels, height, width));
    }

    /// Looks at some of the pictures, spread over the classes, and proposes channels (grey if they all are) and size:
    /// the common one if they agree, at most 224 on the longer side, else 64×64, which their middles fill where their proportions
    /// differ.
    ///
    /// @throws BadInput if the folder holds no pictures
    public static ImageFolder detect(Path folder) {
        return new ImageFolder(folder, ImageDetection.of(folder, PictureTree.of(folder).pictures()));
    }

    @Override
    public Dataset open(Labels labels) {
        return switch (labels) {
            case Labels.Learnt() -> ImageFolderReading.learnt(this);
            case Labels.Known(Map<String, Task> tasks) -> new KnownClasses(ImageFolderReading.labelled(this), tasks);
            case Labels.None() -> ImageFolderReading.unlabelled(this);
        };
    }

    @Override
    public List<Path> watched() {
        return PictureTree.all(folder).stream().map(PictureFile::file).toList();
    }

    @Override
    public ImageFolder at(Path path) {
        return new ImageFolder(path, form);
    }
}
