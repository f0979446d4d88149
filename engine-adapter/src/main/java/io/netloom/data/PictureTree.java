package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// The files of a folder of pictures, as names only: a folder a class, or folders for the parts that hold them.
///
/// @param pictures all files with an ending that pictures have, in the order of their paths
/// @param warnings what was passed over
record PictureTree(List<PictureFile> pictures, List<Sentence> warnings) {
    private static final Set<String> TRAIN = Set.of("train", "training");
    private static final Set<String> VALIDATION = Set.of("validation", "val", "valid");
    private static final Set<String> TEST = Set.of("test", "testing");
    private static final Set<String> ENDINGS = Arrays.stream(ImageIO.getReaderFileSuffixes())
            .filter(ending -> !ending.isBlank())
            .map(ending -> ending.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /// Lists a folder.
    ///
    /// @throws BadInput if it cannot be read or holds no class folders with pictures
    static PictureTree of(Path folder) {
        Reading reading = new Reading(folder);
        List<Path> inside = FolderListing.of(folder);
        List<Path> parts = inside.stream().filter(path -> partOf(path).isPresent() && hasFolders(path)).toList();
        if (parts.stream().anyMatch(path -> partOf(path).equals(Optional.of(Part.TRAIN)))) {
            parts.forEach(part -> FolderListing.of(part).stream().filter(Files::isDirectory)
                    .forEach(label -> reading.add(label, partOf(part))));
        } else {
            inside.stream().filter(Files::isDirectory).forEach(label -> reading.add(label, Optional.empty()));
        }
        if (reading.pictures.isEmpty()) {
            throw nothing(folder, inside);
        }
        return new PictureTree(reading.pictures, reading.warnings());
    }

    /// All files below a folder, or the one file, with an ending that pictures have. What folders they lie in does not
    /// matter, but that those of parts, if one is for training, say to which they belong.
    ///
    /// @throws BadInput if there are none, or a folder cannot be read
    static List<PictureFile> all(Path path) {
        List<PictureFile> pictures = new ArrayList<>();
        if (Files.isRegularFile(path)) {
            pictures.add(new PictureFile(path, "", Optional.empty()));
        } else {
            List<Path> inside = FolderListing.of(path);
            boolean parts = inside.stream()
                    .anyMatch(p -> Files.isDirectory(p) && partOf(p).equals(Optional.of(Part.TRAIN)));
            inside.forEach(p -> collect(p, parts && Files.isDirectory(p) ? partOf(p) : Optional.empty(), pictures));
        }
        if (pictures.isEmpty()) {
            throw new BadInput(Sentence.of("input.folder-without-pictures",
                    "{0} holds no pictures ({1}). Give a picture, or a folder with pictures.", path.toString(),
                    endings()));
        }
        return pictures;
    }

    private static void collect(Path path, Optional<Part> part, List<PictureFile> pictures) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            FolderListing.of(path).forEach(p -> collect(p, part, pictures));
        } else if (isPictureName(path)) {
            pictures.add(new PictureFile(path, "", part));
        }
    }

    private static final class Reading {
        private final Path folder;
        private final List<PictureFile> pictures = new ArrayList<>();
        private final List<String> empty = new ArrayList<>();

        private Reading(Path folder) {
            this.folder = folder;
        }

        private void add(Path label, Optional<Part> part) {
            List<Path> files = FolderListing.of(label).stream().filter(PictureTree::isPictureName).toList();
            files.forEach(file -> pictures.add(new PictureFile(file, label.getFileName().toString(), part)));
            if (files.isEmpty()) {
                empty.add(folder.relativize(label).toString());
            }
        }

        private List<Sentence> warnings() {
            return empty.isEmpty() ? List.of()
                    : List.of(Sentence.of("warning.empty-folders", "Folders without pictures were left out: {0}.",
                            ReadFailure.some(empty)));
        }
    }

    private static BadInput nothing(Path folder, List<Path> inside) {
        long loose = inside.stream().filter(PictureTree::isPictureName).count();
        Sentence found = loose > 0
                ? Sentence.of("input.loose-pictures",
                        "{0} holds {1,choice,1#1 picture that lies|1<{1} pictures that lie} in no folder named after a class.",
                        folder.toString(), loose)
                : Sentence.of("input.no-pictures", "{0} holds no folders with pictures.", folder.toString());
        return new BadInput(Sentence.of("input.picture-folders",
                "{0} Put the pictures of each class ({1}) into a folder of their own that bears the name of the class.",
                found, endings()));
    }

    private static String endings() {
        return ENDINGS.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Optional<Part> partOf(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (TRAIN.contains(name)) {
            return Optional.of(Part.TRAIN);
        }
        if (VALIDATION.contains(name)) {
            return Optional.of(Part.VALIDATION);
        }
        return TEST.contains(name) ? Optional.of(Part.TEST) : Optional.empty();
    }

    private static boolean hasFolders(Path path) {
        return Files.isDirectory(path) && FolderListing.of(path).stream().anyMatch(Files::isDirectory);
    }

    static boolean isPictureName(Path path) {
        String name = path.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && name.indexOf('.') > 0;
    }
}
