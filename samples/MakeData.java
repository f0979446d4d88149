import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Makes the tables of the samples `xor`, `sine-rnn` and `transformer-sequence` and the pictures of `unet-shapes`, always the
/// same: `java samples/MakeData.java` with a JDK of 22 or newer.
class MakeData {
    private static final double TURN = 2 * Math.PI;

    public static void main(String[] arguments) throws IOException {
        Path samples = Path.of(arguments.length == 0 ? "samples" : arguments[0]);
        Files.writeString(samples.resolve("xor/xor.csv"), xor(400, new Random(1)));
        Files.writeString(samples.resolve("sine-rnn/sines.csv"), sines(1400, 24, new Random(2)));
        Files.writeString(samples.resolve("transformer-sequence/waves.csv"), waves(900, 32, new Random(3)));
        MakeShapes.write(samples.resolve("unet-shapes"));
    }

    /// Points around the corners of the unit square, with deviation 0.2. What is learned is whether the corner's
    /// coordinates differ.
    private static String xor(int rows, Random random) {
        var csv = new StringBuilder("a,b,xor\n");
        for (int row = 0; row < rows; row++) {
            int a = row / 2 % 2;
            int b = row % 2;
            csv.append(join(a + random.nextGaussian() / 5, b + random.nextGaussian() / 5)).append(',')
                    .append(a == b ? "same" : "different").append('\n');
        }
        return csv.toString();
    }

    /// Each row is a window of its own into the sum of a slow and a fast sine, with other lengths, heights and starts in each,
    /// and noise of deviation 0.1; what is learned is the value behind the window, noise and all.
    private static String sines(int rows, int window, Random random) {
        var csv = new StringBuilder(header(window) + ",next\n");
        for (int row = 0; row < rows; row++) {
            DoubleUnaryOperator slow = sine(random, 14, 24);
            DoubleUnaryOperator fast = sine(random, 5, 9);
            csv.append(join(IntStream.rangeClosed(0, window)
                    .mapToDouble(t -> slow.applyAsDouble(t) + fast.applyAsDouble(t) + random.nextGaussian() / 10)
                    .toArray())).append('\n');
        }
        return csv.toString();
    }

    private static DoubleUnaryOperator sine(Random random, double shortest, double longest) {
        double length = random.nextDouble(shortest, longest);
        double height = random.nextDouble(0.5, 1);
        double start = random.nextDouble();
        return t -> height * StrictMath.sin(TURN * (t / length + start));
    }

    /// Each row is a window into a wave of one of four forms, between one and three periods, of any start and of height 0.6 to
    /// 1.4, with noise of deviation 0.1.
    private static String waves(int rows, int window, Random random) {
        String[] forms = {"sine", "square", "triangle", "sawtooth"};
        var csv = new StringBuilder(header(window) + ",form\n");
        for (int row = 0; row < rows; row++) {
            int form = row % forms.length;
            double periods = random.nextDouble(1, 3);
            double height = random.nextDouble(0.6, 1.4);
            double start = random.nextDouble();
            csv.append(join(IntStream.range(0, window)
                    .mapToDouble(t -> height * wave(form, (start + t * periods / window) % 1) + random.nextGaussian() / 10)
                    .toArray())).append(',').append(forms[form]).append('\n');
        }
        return csv.toString();
    }

    /// @param phase 0 to 1
    private static double wave(int form, double phase) {
        return switch (form) {
            case 0 -> StrictMath.sin(TURN * phase);
            case 1 -> phase < 0.5 ? 1 : -1;
            case 2 -> 4 * Math.abs(phase - 0.5) - 1;
            case 3 -> 2 * phase - 1;
            default -> throw new IllegalArgumentException("form " + form);
        };
    }

    private static String header(int window) {
        return IntStream.range(0, window).mapToObj(t -> "t" + t).collect(Collectors.joining(","));
    }

    private static String join(double... values) {
        return DoubleStream.of(values).mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(","));
    }
}
