import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/// Makes the pictures and masks of the sample `unet-shapes`, always the same.
///
/// A picture is grey and holds two to four plain discs, striped squares and chequered triangles of any size, turn and
/// place, some partly behind others or over the edge, under light that falls off to one side, with noise. Some are darker
/// than the ground and some brighter, whatever their form, and there are lines, which belong to the ground: so the grey of
/// a pixel says next to nothing about its class, and only what lies around it does. A mask is a palette picture whose
/// entries are the numbers of the classes.
class MakeShapes {
    private static final int SIDE = 48;
    private static final int PICTURES = 600;
    private static final int LEVELS = 32; // five bits, for small files; the noise is coarser
    private static final double PERIOD = 5; // of stripes and chequers, in pixels
    private static final double TEXTURE = 18;
    private static final List<String> CLASSES = List.of("background", "disc", "square", "triangle");
    /// Red, green and blue of each class, which the colour-blind tell apart too.
    private static final byte[][] COLOURS = {{32, -26, 86, 0}, {32, -97, -76, -98}, {32, 0, -23, 115}};

    /// A form in the picture: its class (0 is a line), middle, size, turn, and how much brighter than the
    /// ground it is.
    private record Form(int label, double x, double y, double size, double turn, double level) {

        private static Form any(int label, Random random) {
            double x = random.nextDouble(5, SIDE - 5);
            double y = random.nextDouble(5, SIDE - 5);
            double size = random.nextDouble(8, 14);
            double turn = random.nextDouble(2 * Math.PI);
            double contrast = random.nextDouble(32, 85);
            return new Form(label, x, y, size, turn, random.nextBoolean() ? contrast : -contrast);
        }

        private double along(double px, double py) {
            return StrictMath.cos(turn) * (px - x) + StrictMath.sin(turn) * (py - y);
        }

        private double across(double px, double py) {
            return StrictMath.cos(turn) * (py - y) - StrictMath.sin(turn) * (px - x);
        }

        private boolean covers(double px, double py) {
            double u = along(px, py);
            double v = across(px, py);
            return switch (label) {
                case 0 -> Math.abs(v) < 0.8 && Math.abs(u) < 2 * size;
                case 1 -> u * u + v * v < 0.64 * size * size;
                case 2 -> Math.max(Math.abs(u), Math.abs(v)) < 0.72 * size;
                case 3 -> Math.max(-v, StrictMath.sqrt(3) / 2 * Math.abs(u) + v / 2) < 0.6 * size;
                default -> throw new IllegalArgumentException("class " + label);
            };
        }

        /// How much brighter than the ground a point of it is.
        private double level(double px, double py) {
            double stripe = wave(along(px, py));
            return level + switch (label) {
                case 2 -> TEXTURE * stripe;
                case 3 -> TEXTURE * stripe * wave(across(px, py));
                default -> 0;
            };
        }

        private static double wave(double place) {
            return Math.floorMod((int) Math.floor(place / PERIOD * 2), 2) == 0 ? 1 : -1;
        }
    }

    /// @param folder where `images`, `masks` and `classes.txt` go
    static void write(Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Path masks = Files.createDirectories(folder.resolve("masks"));
        Files.writeString(folder.resolve("classes.txt"), String.join("\n", CLASSES) + "\n");
        var random = new Random(4);
        for (int number = 0; number < PICTURES; number++) {
            String name = String.format(Locale.ROOT, "%03d.png", number);
            List<Form> forms = forms(number, random);
            ImageIO.write(picture(forms, random), "png", images.resolve(name).toFile());
            ImageIO.write(mask(forms), "png", masks.resolve(name).toFile());
        }
    }

    /// The hindmost first.
    private static List<Form> forms(int number, Random random) {
        var forms = new ArrayList<Form>();
        int shapes = 2 + random.nextInt(3);
        for (int i = 0; i < shapes; i++) {
            forms.add(Form.any(1 + (number + i) % 3, random));
        }
        int lines = random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            forms.add(random.nextInt(forms.size() + 1), Form.any(0, random));
        }
        return forms;
    }

    private static BufferedImage picture(List<Form> forms, Random random) {
        double ground = random.nextDouble(90, 165);
        double slopeX = random.nextDouble(-1, 1);
        double slopeY = random.nextDouble(-1, 1);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double level = 0;
                for (Form form : forms) {
                    if (form.covers(x + 0.5, y + 0.5)) {
                        level = form.level(x + 0.5, y + 0.5);
                    }
                }
                double light = ground + slopeX * (x - SIDE / 2.0) + slopeY * (y - SIDE / 2.0);
                picture.getRaster().setSample(x, y, 0, coarse(light + level + 10 * random.nextGaussian()));
            }
        }
        return picture;
    }

    private static int coarse(double level) {
        int step = 256 / LEVELS;
        return (int) Math.clamp(Math.round(level / step), 0, LEVELS - 1) * step;
    }

    private static BufferedImage mask(List<Form> forms) {
        var colours = new IndexColorModel(8, CLASSES.size(), COLOURS[0], COLOURS[1], COLOURS[2]);
        var mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                for (Form form : forms) {
                    if (form.covers(x + 0.5, y + 0.5)) {
                        mask.getRaster().setSample(x, y, 0, form.label);
                    }
                }
            }
        }
        return mask;
    }
}
