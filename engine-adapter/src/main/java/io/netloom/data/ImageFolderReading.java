package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// Opens an [ImageFolder].
final class ImageFolderReading {
    private static final int CACHE_SHARE = 4;

    private ImageFolderReading() {}

    /// Lists the folder and reads the header of each picture.
    static ImageDataset learnt(ImageFolder source) {
        PictureTree tree = PictureTree.of(source.folder());
        PictureCheck check = check(source, tree.pictures());
        var warnings = new ArrayList<>(tree.warnings());
        warnings.addAll(check.warnings());
        List<PictureFile> readable = ImageDataset.at(tree.pictures(), check.readable());
        List<PictureFile> learnt = withTraining(readable, warnings);
        List<String> classes = classes(learnt);
        if (classes.size() < 2) {
            throw new BadInput(Sentence.of("input.one-class-of-pictures",
                    "{0} holds pictures of only one class, \"{1}\". Add a folder with pictures of another class to tell it"
                            + " from.",
                    source.folder().toString(), classes.getFirst()));
        }
        return dataset(source.form(), source.folder(), learnt, folders(classes, learnt), warnings, check);
    }

    /// Pictures with classes of any number.
    static ImageDataset labelled(ImageFolder source) {
        PictureTree tree = PictureTree.of(source.folder());
        PictureCheck check = check(source, tree.pictures());
        var warnings = new ArrayList<>(tree.warnings());
        warnings.addAll(check.warnings());
        List<PictureFile> readable = ImageDataset.at(tree.pictures(), check.readable());
        return dataset(source.form(), source.folder(), readable, folders(classes(readable), readable), warnings, check);
    }

    /// All pictures below the folder, or the one picture that the path is.
    static ImageDataset unlabelled(ImageFolder source) {
        List<PictureFile> pictures = PictureTree.all(source.folder());
        PictureCheck check = check(source, pictures);
        return dataset(source.form(), source.folder(), ImageDataset.at(pictures, check.readable()), new Answers.None(),
                check.warnings(),
                check);
    }

    private static PictureCheck check(ImageFolder source, List<PictureFile> pictures) {
        return PictureCheck.of(source.folder(), pictures.stream().map(PictureFile::file).toList());
    }

    static ImageDataset dataset(PictureForm form, Path folder, List<PictureFile> pictures, Answers answers,
            List<Sentence> warnings, PictureCheck check) {
        return new ImageDataset(form, folder, pictures, answers, warnings, check.leftOut(),
                cache(pictures.size(), form.bytes(), CACHE_SHARE));
    }

    /// @param share the part of the heap's largest size that may be used
    static PixelCache cache(int examples, int bytes, int share) {
        return new PixelCache(examples, bytes, Runtime.getRuntime().maxMemory() / share, CacheFolder.ofUser());
    }

    private static Answers folders(List<String> classes, List<PictureFile> pictures) {
        return new Answers.Folders(classes, pictures.stream()
                .mapToInt(picture -> Collections.binarySearch(classes, picture.label())).toArray());
    }

    private static List<String> classes(List<PictureFile> pictures) {
        return List.copyOf(new TreeSet<>(pictures.stream().map(PictureFile::label).toList()));
    }

    /// The pictures of classes that can be learned: those that have a training example, where the folders name parts.
    private static List<PictureFile> withTraining(List<PictureFile> pictures, List<Sentence> warnings) {
        var names = new TreeSet<>(pictures.stream()
                .filter(picture -> picture.part().filter(part -> part != Part.TRAIN).isEmpty())
                .map(PictureFile::label)
                .toList());
        var unlearnt = new TreeSet<>(
                pictures.stream().map(PictureFile::label).filter(label -> !names.contains(label)).toList());
        if (names.isEmpty()) {
            throw new BadInput(Sentence.of("input.no-training-pictures",
                    "No picture is left to learn from: all that can be read are given for validation or test."
                            + " Put pictures of each class into the training folder."));
        }
        if (!unlearnt.isEmpty()) {
            warnings.add(Sentence.of("warning.unlearnt", "Classes without training pictures were left out: {0}.",
                    ReadFailure.some(List.copyOf(unlearnt))));
        }
        return pictures.stream().filter(picture -> names.contains(picture.label())).toList();
    }
}
