package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A look at every picture of a folder: each is decoded once, on all cores.
///
/// @param pictures those that can be read, in the order of their paths
/// @param leftOut the others, with the cause
/// @param warnings what was passed over, a sentence each
/// @param asked how many files there are; fewer were looked at where somebody said stop
public record PictureSurvey(List<PictureFacts> pictures, List<LeftOut> leftOut, List<Sentence> warnings, int asked) {

    private sealed interface Seen {
        record Read(PictureFacts facts) implements Seen {}

        record Failed(LeftOut file) implements Seen {}

        record Skipped() implements Seen {}
    }

    public PictureSurvey {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /// Looks at a folder as [ImageFolder] takes it.
    ///
    /// @param progress takes, from any thread, how many were looked at; and last the number of all
    /// @param stop asked before each picture; the others are then passed over
    /// @throws BadInput if there are no folders with pictures, or none of these can be read
    public static PictureSurvey of(Path folder, Progress progress, BooleanSupplier stop) {
        PictureTree tree = PictureTree.of(folder);
        DecodeRoom room = DecodeRoom.ofHeap();
        AtomicInteger done = new AtomicInteger();
        List<Seen> seen = tree.pictures().parallelStream().map(picture -> {
            Seen one = stop.getAsBoolean() ? new Seen.Skipped() : look(folder, picture, room);
            progress.at(done.incrementAndGet(), tree.pictures().size());
            return one;
        }).toList();
        List<PictureFacts> pictures = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Seen one : seen) {
            switch (one) {
                case Seen.Read(PictureFacts facts) -> pictures.add(facts);
                case Seen.Failed(LeftOut file) -> leftOut.add(file);
                case Seen.Skipped _ -> {}
            }
        }
        if (pictures.isEmpty()) {
            throw new BadInput(leftOut.isEmpty()
                    ? Sentence.of("input.stopped-early",
                            "It was stopped before a picture was looked at. Let it run longer.")
                    : PictureCheck.noneRead(folder, leftOut));
        }
        return new PictureSurvey(pictures, leftOut, tree.warnings(), tree.pictures().size());
    }

    /// Takes how far the look has come.
    public interface Progress {
        /// @param done pictures that were looked at
        /// @param all pictures
        void at(int done, int all);
    }

    private static Seen look(Path folder, PictureFile picture, DecodeRoom room) {
        String name = PictureCheck.name(folder, picture.file());
        try {
            return new Seen.Read(Picture.facts(picture, name, digest(picture.file()), room));
        } catch (IOException e) {
            return new Seen.Failed(new LeftOut(name, ReadFailure.reason(e)));
        }
    }

    private static String digest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return ""; // a pipe would be waited for; looking at it says what it is
        }
        try (InputStream bytes = Files.newInputStream(file);
                var digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
