package io.netloom.data;

import java.util.SplittableRandom;

/// All that changes the values of pixels where they are: brightness, contrast, hue, noise, and erasing.
///
/// @param brightness added to each value, of 255
/// @param contrast factor on the distance from the mean
/// @param hue radians on the circle of colours
/// @param noise deviation of what is added, of 255
/// @param erased the rectangle that is filled with noise; of no area where there is none
/// @param random what is random about each pixel
record Tint(double brightness, double contrast, double hue, double noise, Rectangle erased, SplittableRandom random) {
    private static final int WHITE = 255;
    private static final double LEAST_ERASED = 0.02;
    private static final double MOST_ERASED = 0.33;
    private static final double NARROWEST = 0.3;
    private static final int FIXED = 12;
    /// Four evenly drawn bytes add up to nearly a normal distribution: this is their sum's mean, and its deviation.
    private static final double BYTES_MEAN = 4 * 127.5;
    private static final double BYTES_DEVIATION = Math.sqrt(4 * (256.0 * 256 - 1) / 12);

    /// Pixels from a corner on.
    record Rectangle(int x, int y, int width, int height) {}

    static Tint draw(Augmentation how, int width, int height, SplittableRandom random) {
        double brightness = WHITE * within(how.brightness(), random);
        double contrast = 1 + within(how.contrast(), random);
        double hue = 2 * Math.PI * within(how.hue(), random);
        Rectangle erased = random.nextDouble() < how.erasing() ? rectangle(width, height, random)
                : new Rectangle(0, 0, 0, 0);
        return new Tint(brightness, contrast, hue, WHITE * how.noise(), erased, random.split());
    }

    private static Rectangle rectangle(int width, int height, SplittableRandom random) {
        double area = LEAST_ERASED + (MOST_ERASED - LEAST_ERASED) * random.nextDouble();
        double aspect = StrictMath.exp(within(-StrictMath.log(NARROWEST), random));
        int wide = Math.clamp(Math.round(width * Math.sqrt(area * aspect)), 1, width);
        int high = Math.clamp(Math.round(height * Math.sqrt(area / aspect)), 1, height);
        return new Rectangle(random.nextInt(width - wide + 1), random.nextInt(height - high + 1), wide, high);
    }

    private static double within(double most, SplittableRandom random) {
        return most * (2 * random.nextDouble() - 1);
    }

    /// Changes the planes of a picture in place.
    void apply(byte[] pixels, int channels, int width, int height) {
        if (hue != 0 && channels == 3) {
            turnHue(pixels, width * height);
        }
        if (brightness != 0 || contrast != 1) {
            byte[] changed = table(mean(pixels));
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = changed[pixels[i] & 0xFF];
            }
        }
        if (noise > 0) {
            addNoise(pixels);
        }
        for (int c = 0; c < channels; c++) {
            for (int y = erased.y(); y < erased.y() + erased.height(); y++) {
                int from = (c * height + y) * width + erased.x();
                for (int i = from; i < from + erased.width(); i++) {
                    pixels[i] = (byte) random.nextInt(256);
                }
            }
        }
    }

    private static double mean(byte[] pixels) {
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xFF;
        }
        return (double) sum / pixels.length;
    }

    private byte[] table(double mean) {
        byte[] table = new byte[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = (byte) Math.clamp(Math.round((value - mean) * contrast + mean + brightness), 0, WHITE);
        }
        return table;
    }

    /// Turns colours around the axis of greys in the YIQ space of NTSC, which keeps their luma.
    private void turnHue(byte[] pixels, int each) {
        double cos = StrictMath.cos(hue);
        double sin = StrictMath.sin(hue);
        int[] m = fixed(0.299 + 0.701 * cos + 0.168 * sin, 0.587 - 0.587 * cos + 0.330 * sin,
                0.114 - 0.114 * cos - 0.497 * sin, 0.299 - 0.299 * cos - 0.328 * sin, 0.587 + 0.413 * cos + 0.035 * sin,
                0.114 - 0.114 * cos + 0.292 * sin, 0.299 - 0.300 * cos + 1.250 * sin, 0.587 - 0.588 * cos - 1.050 * sin,
                0.114 + 0.886 * cos - 0.203 * sin);
        for (int i = 0; i < each; i++) {
            int red = pixels[i] & 0xFF;
            int green = pixels[each + i] & 0xFF;
            int blue = pixels[2 * each + i] & 0xFF;
            for (int c = 0; c < 3; c++) {
                int value = m[3 * c] * red + m[3 * c + 1] * green + m[3 * c + 2] * blue + (1 << FIXED - 1) >> FIXED;
                pixels[c * each + i] = (byte) Math.clamp(value, 0, WHITE);
            }
        }
    }

    private static int[] fixed(double... numbers) {
        int[] fixed = new int[numbers.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (int) Math.round(numbers[i] * (1 << FIXED));
        }
        return fixed;
    }

    private void addNoise(byte[] pixels) {
        float scale = (float) (noise / BYTES_DEVIATION);
        float middle = (float) BYTES_MEAN;
        for (int i = 0; i < pixels.length;) {
            long bits = random.nextLong();
            for (int half = 0; half < 2 && i < pixels.length; half++, i++, bits >>>= 32) {
                int sum = (int) ((bits & 0xFF) + (bits >>> 8 & 0xFF) + (bits >>> 16 & 0xFF) + (bits >>> 24 & 0xFF));
                int value = Math.round((pixels[i] & 0xFF) + (sum - middle) * scale);
                pixels[i] = (byte) Math.clamp(value, 0, WHITE);
            }
        }
    }
}
