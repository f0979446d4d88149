package io.netloom.app.cli;

import io.netloom.compile.Head;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.Prediction;
import io.netloom.shape.Shape;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Predictions that are pictures, a PNG file each: the input as the network gives it back, or the class of each pixel as its number
/// in a palette, so that the file can be looked at and also serves as a mask. They bear the names of the pictures that they answer;
/// where several outputs give pictures, each has a folder of its own.
final class AnswerPictures implements Prediction.Answers {
    private static final int COLOURS = 256;
    private static final float HUE_STEP = 0.618034f; // neighbouring classes lie far apart on the circle of hues

    private final Path folder;
    private final Objective objective;
    private final Dataset data;
    private final long count;

    AnswerPictures(Path folder, Objective objective, Dataset data) {
        this.folder = folder;
        this.objective = objective;
        this.data = data;
        this.count = objective.heads().stream().filter(head -> shape(objective, head).isPresent()).count();
    }

    /// The channels, rows and columns of a head's answers; empty where they are no pictures.
    static Optional<Shape> shape(Objective objective, Head head) {
        return switch (head.task()) {
            case Task.Segmentation(List<String> _, int height, int width) -> Optional.of(Shape.of(1, height, width));
            case Task.Reconstruction(String input) -> Answer.picture(objective, input);
            case Task.Classification _,Task.Regression _,Task.Tags _,Task.Shares _,Task.Tokens _ -> Optional.empty();
        };
    }

    @Override
    public void accept(int example, List<float[]> answers) {
        for (int h = 0; h < answers.size(); h++) {
            Head head = objective.heads().get(h);
            if (shape(objective, head).isPresent()) {
                Path place = count > 1 ? folder.resolve(name(head.output())) : folder;
                image(Answer.of(objective, head, List.of(), answers.get(h)))
                        .ifPresent(image -> write(image, place.resolve(file(data.describe(example).toString()))));
            }
        }
    }

    private static Optional<BufferedImage> image(Answer answer) {
        return switch (answer) {
            case Answer.Picture picture -> Optional.of(picture(picture));
            case Answer.Mask mask -> Optional.of(mask(mask));
            case Answer.Classes _,Answer.Tags _,Answer.Shares _,Answer.Numbers _ -> Optional.empty();
        };
    }

    private static void write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The place below the folder: that of the picture, or what an example without a file is called.
    private static Path file(String example) {
        Path place = Path.of("");
        for (String part : example.replace('\\', '/').split("/")) {
            place = place.resolve(name(part));
        }
        return place.resolveSibling(place.getFileName().toString().replaceFirst("\\.[A-Za-z]{3,4}$", "") + ".png");
    }

    private static String name(String text) {
        return text.replaceAll("[<>:\"|?*,\\p{Cntrl}]", "").replace(' ', '_').replaceFirst("^\\.+$", "_");
    }

    private static BufferedImage picture(Answer.Picture answer) {
        int channels = (int) answer.shape().size(0);
        int height = (int) answer.shape().size(1);
        int width = (int) answer.shape().size(2);
        var image = new BufferedImage(width, height,
                channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        WritableRaster raster = image.getRaster();
        byte[] pixels = answer.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int place = i % (height * width);
            raster.setSample(place % width, place / width, i / (height * width), pixels[i] & 0xFF);
        }
        return image;
    }

    private static BufferedImage mask(Answer.Mask answer) {
        var image = new BufferedImage(answer.width(), answer.height(), BufferedImage.TYPE_BYTE_INDEXED, palette());
        byte[] places = answer.places();
        for (int i = 0; i < places.length; i++) {
            image.getRaster().setSample(i % answer.width(), i / answer.width(), 0, places[i] & 0xFF);
        }
        return image;
    }

    /// Black for the first class, and a colour for each other.
    private static IndexColorModel palette() {
        int[] colours = new int[COLOURS];
        colours[0] = Color.BLACK.getRGB();
        for (int c = 1; c < colours.length; c++) {
            colours[c] = Color.HSBtoRGB(c * HUE_STEP, 0.7f, 1);
        }
        return new IndexColorModel(Byte.SIZE, COLOURS, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
