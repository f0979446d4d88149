package io.netloom.app.cli;

import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.evaluate.Prediction;
import io.netloom.shape.ElementType;
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
    private static final int GREATEST = 255;

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
            case Task.Reconstruction(String input) ->
                objective.feeds().stream().filter(feed -> feed.input().equals(input)).map(Feed::raw)
                        .filter(raw -> raw.type() == ElementType.UINT8 && raw.rank() == 3).findFirst();
            case Task.Classification _,Task.Regression _,Task.Tags _,Task.Shares _,Task.Tokens _ -> Optional.empty();
        };
    }

    @Override
    public void accept(int example, List<float[]> answers) {
        for (int h = 0; h < answers.size(); h++) {
            Head head = objective.heads().get(h);
            Optional<Shape> shape = shape(objective, head);
            if (shape.isPresent()) {
                Path place = count > 1 ? folder.resolve(name(head.output())) : folder;
                write(head.task() instanceof Task.Segmentation ? mask(answers.get(h), shape.get())
                        : picture(answers.get(h), shape.get()), place.resolve(file(data.describe(example))));
            }
        }
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

    private static BufferedImage picture(float[] values, Shape shape) {
        int channels = (int) shape.size(0);
        int height = (int) shape.size(1);
        int width = (int) shape.size(2);
        var image = new BufferedImage(width, height,
                channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        WritableRaster raster = image.getRaster();
        for (int i = 0; i < channels * height * width; i++) {
            int place = i % (height * width);
            raster.setSample(place % width, place / width, i / (height * width),
                    Math.clamp(Math.round(values[i]), 0, GREATEST));
        }
        return image;
    }

    /// The likeliest class of each pixel.
    private static BufferedImage mask(float[] probabilities, Shape shape) {
        int height = (int) shape.size(1);
        int width = (int) shape.size(2);
        int pixels = height * width;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette());
        for (int place = 0; place < pixels; place++) {
            int best = 0;
            for (int c = 1; c < probabilities.length / pixels; c++) {
                best = probabilities[c * pixels + place] > probabilities[best * pixels + place] ? c : best;
            }
            image.getRaster().setSample(place % width, place / width, 0, best);
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
