package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pictures and labels that belong together.
///
/// @param part the part that their names say
/// @param images the file of pictures
/// @param labels the file of labels; empty where nobody asks for it
record IdxPair(Optional<Part> part, Path images, Optional<Path> labels) {
    private static final Pattern IMAGES = Pattern.compile("(.*)images[-.]idx3-ubyte(\\.gz)?");
    private static final Pattern LABELS = Pattern.compile("(.*)labels[-.]idx1-ubyte(\\.gz)?");

    /// The pairs in a folder, the training part first.
    ///
    /// @throws BadInput if there are none, if one half of a pair lacks, or if there are two sets of one part
    static List<IdxPair> in(Path folder) {
        Map<String, Path> labels = find(folder, LABELS);
        Map<Optional<Part>, IdxPair> pairs = new LinkedHashMap<>();
        images(folder).forEach((prefix, images) -> {
            if (!labels.containsKey(prefix)) {
                throw new BadInput(Sentence.of("input.idx-no-labels",
                        "{0} has no labels beside it. Put the file {1}labels-idx1-ubyte.gz into the same folder.",
                        images.toString(), prefix));
            }
            IdxPair pair = new IdxPair(part(prefix), images, Optional.of(labels.get(prefix)));
            IdxPair other = pairs.putIfAbsent(pair.part, pair);
            if (other != null) {
                throw new BadInput(Sentence.of("input.idx-twice",
                        "{0} holds two sets for the same part: {1} and {2}. Keep one set in a folder.",
                        folder.toString(), other.images.getFileName().toString(), images.getFileName().toString()));
            }
        });
        refuseNone(folder, pairs.values());
        return pairs.values().stream().sorted((a, b) -> Integer.compare(rank(a), rank(b))).toList();
    }

    /// The files of pictures in a folder, without labels, the training part first.
    ///
    /// @throws BadInput if there are none
    static List<IdxPair> imagesIn(Path folder) {
        List<IdxPair> found = images(folder).entrySet().stream()
                .map(entry -> new IdxPair(part(entry.getKey()), entry.getValue(), Optional.empty()))
                .sorted((a, b) -> Integer.compare(rank(a), rank(b))).toList();
        refuseNone(folder, found);
        return found;
    }

    private static void refuseNone(Path folder, Collection<IdxPair> pairs) {
        if (pairs.isEmpty()) {
            throw new BadInput(Sentence.of("input.idx-none",
                    "{0} holds no file whose name ends in images-idx3-ubyte or images-idx3-ubyte.gz. Give the"
                            + " folder with the files of MNIST''s format.",
                    folder.toString()));
        }
    }

    /// The files of pictures in a folder, by what stands before `images` in their names.
    static SequencedMap<String, Path> images(Path folder) {
        return find(folder, IMAGES);
    }

    private static int rank(IdxPair pair) {
        return pair.part.map(Part::ordinal).orElse(0);
    }

    private static SequencedMap<String, Path> find(Path folder, Pattern pattern) {
        SequencedMap<String, Path> found = new LinkedHashMap<>();
        // Sorted, an unpacked file stands before its gzipped twin, and is the one that counts.
        for (Path file : FolderListing.of(folder)) {
            Matcher name = pattern.matcher(file.getFileName().toString());
            if (name.matches()) {
                found.putIfAbsent(name.group(1), file);
            }
        }
        return found;
    }

    private static Optional<Part> part(String prefix) {
        String name = prefix.toLowerCase(Locale.ROOT);
        if (name.contains("train")) {
            return Optional.of(Part.TRAIN);
        }
        if (name.contains("val")) {
            return Optional.of(Part.VALIDATION);
        }
        return name.contains("t10k") || name.contains("test") ? Optional.of(Part.TEST) : Optional.empty();
    }
}
