package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Proposes channels and size for a folder of pictures from some of them.
final class ImageDetection {
    private static final int HEADERS = 200;
    private static final int DECODED = 32;
    private static final int LONGEST_SIDE = 224;
    private static final int MIXED_SIDE = 64;

    private ImageDetection() {}

    static PictureForm of(Path folder, List<PictureFile> pictures) {
        List<Picture.Size> sizes = spread(pictures, HEADERS).parallelStream()
                .map(ImageDetection::size).flatMap(Optional::stream).distinct().toList();
        if (sizes.isEmpty()) {
            throw new BadInput(Sentence.of("input.no-picture-reads",
                    "{0} holds files that end like pictures, but none could be read as one. Check that they open in a picture"
                            + " viewer, and save them as PNG or JPEG.",
                    folder.toString()));
        }
        DecodeRoom room = DecodeRoom.ofHeap();
        int channels = spread(pictures, DECODED).parallelStream().allMatch(picture -> isGrey(picture, room)) ? 1 : 3;
        if (sizes.size() == 1) {
            Picture.Size size = bounded(sizes.getFirst());
            return new PictureForm(channels, size.height(), size.width());
        }
        return new PictureForm(channels, MIXED_SIDE, MIXED_SIDE, PictureForm.Fitting.FILL);
    }

    /// At most so many of them, evenly spread.
    static <T> List<T> spread(List<T> all, int wanted) {
        int count = Math.min(wanted, all.size());
        return IntStream.range(0, count).mapToObj(i -> all.get((int) ((long) i * all.size() / count))).toList();
    }

    private static Picture.Size bounded(Picture.Size size) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(size.width(), size.height()));
        return new Picture.Size((int) Math.max(1, Math.round(size.width() * scale)),
                (int) Math.max(1, Math.round(size.height() * scale)));
    }

    private static Optional<Picture.Size> size(PictureFile picture) {
        try {
            return Optional.of(Picture.size(picture.file()));
        } catch (IOException _) {
            return Optional.empty(); // opening the folder names the files that cannot be read
        }
    }

    private static boolean isGrey(PictureFile picture, DecodeRoom room) {
        try {
            return Picture.isGrey(picture.file(), room);
        } catch (IOException _) {
            return true; // opening the folder names the files that cannot be read
        }
    }
}
