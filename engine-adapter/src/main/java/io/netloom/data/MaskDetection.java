package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Proposes how to read a folder of pictures and masks.
final class MaskDetection {
    private static final int LOOKED_AT = 200;
    private static final int MULTIPLE = 8;
    private static final int WHITE = 255;

    private MaskDetection() {}

    static boolean isMaskFolder(Path folder) {
        return Files.isDirectory(folder.resolve(MaskFolder.PICTURES))
                && Files.isDirectory(folder.resolve(MaskFolder.MASKS));
    }

    static MaskFolder of(Path folder) {
        Path pictures = folder.resolve(MaskFolder.PICTURES);
        Path masks = folder.resolve(MaskFolder.MASKS);
        PictureForm found = ImageDetection.of(pictures, PictureTree.all(pictures));
        List<String> named = ClassNames.beside(folder);
        List<String> classes = named.isEmpty() ? numbered(masks) : named;
        return new MaskFolder(pictures, masks, new PictureForm(found.channels(), multiple(found.height()),
                multiple(found.width()), found.fitting()), classes);
    }

    private static int multiple(int side) {
        return Math.max(MULTIPLE, side / MULTIPLE * MULTIPLE);
    }

    /// As many classes as the greatest number in some masks needs; two where all is 0 and 255.
    private static List<String> numbered(Path masks) {
        boolean[] found = new boolean[WHITE + 1];
        DecodeRoom room = DecodeRoom.ofHeap();
        for (PictureFile mask : ImageDetection.spread(PictureTree.all(masks), LOOKED_AT)) {
            for (byte value : read(mask.file(), room).values()) {
                found[value & 0xFF] = true;
            }
        }
        int greatest = IntStream.range(0, WHITE).filter(value -> found[value]).max().orElse(0);
        if (found[WHITE] && greatest > 0) {
            throw new BadInput(Sentence.of("input.mask-classes",
                    "{0} holds masks with classes up to {1,number,0} and pixels of 255 besides, which stand for"
                            + " no class. Give those pixels a class, or name the classes in classes.txt, one a line.",
                    masks.toString(), greatest));
        }
        return IntStream.rangeClosed(0, Math.max(1, greatest)).mapToObj(Integer::toString).toList();
    }

    private static Mask read(Path file, DecodeRoom room) {
        try {
            return Picture.mask(file, room);
        } catch (IOException e) {
            throw new BadInput(Mask.unreadable(file, ReadFailure.reason(e)), e);
        }
    }
}
