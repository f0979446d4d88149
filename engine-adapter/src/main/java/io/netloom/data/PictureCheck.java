package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells files whose header is that of a picture from others, on several threads. What is damaged behind its header shows only
/// when it is decoded.
///
/// @param readable places of those that can be read, in their order
/// @param leftOut the others
record PictureCheck(int[] readable, List<LeftOut> leftOut) {

    /// @param folder above all files, or the only file
    /// @throws BadInput if none can be read
    static PictureCheck of(Path folder, List<Path> files) {
        List<Optional<Sentence>> failures = files.parallelStream().map(PictureCheck::failure).toList();
        int[] readable = IntStream.range(0, files.size()).filter(i -> failures.get(i).isEmpty()).toArray();
        var leftOut = new ArrayList<LeftOut>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            failures.get(i).ifPresent(cause -> leftOut.add(new LeftOut(name(folder, file), cause)));
        }
        if (readable.length == 0 && Files.isRegularFile(folder) && files.getFirst().equals(folder)) {
            throw new BadInput(Sentence.of("input.no-picture",
                    "{0} is no picture that can be read: {1}. Give a PNG or JPEG file, or a folder with such"
                            + " files.",
                    folder.toString(), leftOut.getFirst().cause()));
        }
        if (readable.length == 0) {
            throw new BadInput(noneRead(folder, leftOut));
        }
        return new PictureCheck(readable, leftOut);
    }

    /// What is said where no picture can be read.
    static Sentence noneRead(Path folder, List<LeftOut> leftOut) {
        return Sentence.of("input.none-read",
                "{0} holds files that end like pictures, but none could be read: {1}. Save them as PNG or JPEG.",
                folder.toString(), some(leftOut));
    }

    /// The first few, and how many more there are.
    static Sentence some(List<LeftOut> files) {
        return ReadFailure.someOf(files.stream().map(LeftOut::sentence).toList());
    }

    /// A sentence that counts and names them; none where nothing is left out.
    List<Sentence> warnings() {
        return leftOut.isEmpty() ? List.of()
                : List.of(Sentence.of("warning.left-out",
                        "{0,choice,1#1 file was|1<{0,number,0} files were} left out: {1}.", leftOut.size(),
                        some(leftOut)));
    }

    /// The place of a file below a folder, or its path where it lies elsewhere.
    static String name(Path folder, Path file) {
        if (file.equals(folder)) {
            return file.getFileName().toString();
        }
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }

    private static Optional<Sentence> failure(Path file) {
        try {
            Picture.size(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(ReadFailure.reason(e));
        }
    }
}
