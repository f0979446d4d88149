package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The pictures of an [ImageFolder], decoded when they are asked for.
final class ImageDataset implements Dataset {
    private final ImageFolder source;
    private final List<PictureFile> pictures;
    private final List<Target> targets;
    private final int[] labels;
    private final List<String> warnings;
    private final PixelCache cache;

    /// @param classes in the order of their numbers; none where nobody asks for them
    private ImageDataset(ImageFolder source, List<PictureFile> pictures, List<String> classes, List<String> warnings,
            long budget) {
        this.source = source;
        this.pictures = List.copyOf(pictures);
        this.targets = classes.isEmpty() ? List.of()
                : List.of(new Target(ImageFolder.TARGET, new Task.Classification(classes)));
        this.labels = pictures.stream().mapToInt(picture -> Collections.binarySearch(classes, picture.label()))
                .toArray();
        this.warnings = List.copyOf(warnings);
        this.cache = new PixelCache(pictures.size(), (long) source.channels() * source.height() * source.width(),
                budget);
    }

    /// Lists the folder and reads the header of each picture, on several threads.
    static ImageDataset learnt(ImageFolder source, long cacheBudget) {
        PictureTree tree = PictureTree.of(source.folder());
        List<String> warnings = new ArrayList<>(tree.warnings());
        List<PictureFile> readable = readable(source, tree.pictures(), warnings);
        List<PictureFile> learnt = withTraining(readable, warnings);
        List<String> classes = classes(learnt);
        if (classes.size() < 2) {
            throw new BadInput(source.folder() + " holds pictures of only one class, \"" + classes.getFirst()
                    + "\". Add a folder with pictures of another class to tell it from.");
        }
        return new ImageDataset(source, learnt, classes, warnings, cacheBudget);
    }

    /// Pictures with classes of any number.
    static ImageDataset labelled(ImageFolder source, long cacheBudget) {
        PictureTree tree = PictureTree.of(source.folder());
        List<String> warnings = new ArrayList<>(tree.warnings());
        List<PictureFile> readable = readable(source, tree.pictures(), warnings);
        return new ImageDataset(source, readable, classes(readable), warnings, cacheBudget);
    }

    /// All pictures below the folder, or the one picture that the path is.
    static ImageDataset unlabelled(ImageFolder source, long cacheBudget) {
        List<String> warnings = new ArrayList<>();
        List<PictureFile> readable = readable(source, PictureTree.all(source.folder()), warnings);
        return new ImageDataset(source, readable, List.of(), warnings, cacheBudget);
    }

    private static List<String> classes(List<PictureFile> pictures) {
        return List.copyOf(new TreeSet<>(pictures.stream().map(PictureFile::label).toList()));
    }

    private static List<PictureFile> readable(ImageFolder source, List<PictureFile> pictures, List<String> warnings) {
        List<Optional<String>> failures = pictures.parallelStream().map(ImageDataset::failure).toList();
        List<PictureFile> readable = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            PictureFile picture = pictures.get(i);
            failures.get(i).ifPresentOrElse(
                    why -> left.add(source.folder().relativize(picture.file()) + " (" + why + ")"),
                    () -> readable.add(picture));
        }
        if (readable.isEmpty() && Files.isRegularFile(source.folder())) {
            throw new BadInput(source.folder() + " is no picture that can be read: " + failures.getFirst().orElseThrow()
                    + ". Give a PNG or JPEG file, or a folder with such files.");
        }
        if (readable.isEmpty()) {
            throw new BadInput(source.folder() + " holds files that end like pictures, but none could be read: "
                    + ReadFailure.some(left) + ". Save them as PNG or JPEG.");
        }
        if (!left.isEmpty()) {
            warnings.add(left.size() + (left.size() == 1 ? " file was" : " files were") + " left out: "
                    + ReadFailure.some(left) + ".");
        }
        return readable;
    }

    private static Optional<String> failure(PictureFile picture) {
        try {
            Picture.size(picture.file());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(ReadFailure.reason(e));
        }
    }

    /// The pictures of classes that can be learned: those that have a training example, where the folders name parts.
    private static List<PictureFile> withTraining(List<PictureFile> pictures, List<String> warnings) {
        var names = new TreeSet<>(pictures.stream()
                .filter(picture -> picture.part().filter(part -> part != Part.TRAIN).isEmpty())
                .map(PictureFile::label)
                .toList());
        var unlearnt = new TreeSet<>(
                pictures.stream().map(PictureFile::label).filter(label -> !names.contains(label)).toList());
        if (names.isEmpty()) {
            throw new BadInput(
                    "No picture is left to learn from: all that can be read are given for validation or test."
                            + " Put pictures of each class into the training folder.");
        }
        if (!unlearnt.isEmpty()) {
            warnings.add("Classes without training pictures were left out: " + ReadFailure.some(List.copyOf(unlearnt))
                    + ".");
        }
        return pictures.stream().filter(picture -> names.contains(picture.label())).toList();
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(ImageFolder.INPUT,
                Shape.of(ElementType.UINT8, source.channels(), source.height(), source.width())));
    }

    @Override
    public List<Target> targets() {
        return targets;
    }

    @Override
    public Optional<Part> given(int example) {
        return pictures.get(example).part();
    }

    @Override
    public void read(int example, Batch into, int row) {
        into.putPixels(0, row, cache.get(example, this::decode), 0);
        if (!targets.isEmpty()) {
            into.putClass(0, row, labels[example]);
        }
    }

    /// The file of an example.
    Path file(int example) {
        return pictures.get(example).file();
    }

    private byte[] decode(int example) {
        PictureFile picture = pictures.get(example);
        try {
            return Picture.read(picture.file(), source.channels(), source.height(), source.width());
        } catch (IOException e) {
            throw new BadInput("The picture " + picture.file() + " cannot be read: " + ReadFailure.reason(e)
                    + ". Replace it or take it out of the folder.", e);
        }
    }

    @Override
    public int classOf(int example, int target) {
        return labels[example];
    }

    @Override
    public long cacheBytes() {
        return cache.bytesToCome();
    }

    @Override
    public boolean inMemory() {
        return cache.isComplete();
    }

    @Override
    public String describe(int example) {
        Path file = pictures.get(example).file();
        return file.equals(source.folder()) ? file.getFileName().toString()
                : source.folder().relativize(file).toString();
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    /// Nothing is held open between reads; the memory goes with this object.
    @Override
    public void close() {}
}
