package io.netloom.app.tryit;

import io.netloom.evaluate.Answer;
import java.util.List;

/// How the things in grey pictures lie: what is drawn by hand is brought to the same size and place, for a network knows no other.
///
/// @param background brightness of what surrounds them, 0 or 255
/// @param span the longer side of what is drawn, as a share of the picture's shorter side
/// @param x their centre of mass, as a share of the width
/// @param y their centre of mass, as a share of the height
record Ink(int background, double span, double x, double y) {
    /// Of MNIST: light on dark, 20 of 28 pixels large, in the middle.
    static final Ink USUAL = new Ink(0, 20 / 28.0, 0.5, 0.5);
    private static final int WHITE = 255;
    private static final int APART = 64;
    private static final double LEAST_SPAN = 0.2;

    /// Looks at pictures of one channel; where there are none it is as [#USUAL].
    static Ink of(List<Answer.Picture> pictures) {
        if (pictures.isEmpty()) {
            return USUAL;
        }
        int background = pictures.stream().mapToDouble(Ink::border).average().orElse(0) < WHITE / 2.0 ? 0 : WHITE;
        double span = 0;
        double x = 0;
        double y = 0;
        int count = 0;
        for (Answer.Picture picture : pictures) {
            Box box = Box.of(picture, background);
            if (box.mass > 0) {
                span += box.span();
                x += box.x / box.mass / picture.shape().size(2);
                y += box.y / box.mass / picture.shape().size(1);
                count++;
            }
        }
        return count == 0 ? new Ink(background, USUAL.span, USUAL.x, USUAL.y)
                : new Ink(background, Math.clamp(span / count, LEAST_SPAN, 1), x / count, y / count);
    }

    private static double border(Answer.Picture picture) {
        int height = (int) picture.shape().size(1);
        int width = (int) picture.shape().size(2);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < height * width; i++) {
            int row = i / width;
            int column = i % width;
            if (row == 0 || column == 0 || row == height - 1 || column == width - 1) {
                sum += picture.pixels()[i] & 0xFF;
                count++;
            }
        }
        return sum / count;
    }

    private static final class Box {
        private final int height;
        private final int width;
        private int left = Integer.MAX_VALUE;
        private int right = -1;
        private int top = Integer.MAX_VALUE;
        private int bottom = -1;
        private double mass;
        private double x;
        private double y;

        private Box(int height, int width) {
            this.height = height;
            this.width = width;
        }

        static Box of(Answer.Picture picture, int background) {
            var box = new Box((int) picture.shape().size(1), (int) picture.shape().size(2));
            byte[] pixels = picture.pixels();
            for (int i = 0; i < box.height * box.width; i++) {
                box.add(i / box.width, i % box.width, Math.abs((pixels[i] & 0xFF) - background));
            }
            return box;
        }

        private void add(int row, int column, int ink) {
            if (ink > APART) {
                left = Math.min(left, column);
                right = Math.max(right, column);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
                mass += ink;
                x += ink * (column + 0.5);
                y += ink * (row + 0.5);
            }
        }

        double span() {
            return (double) Math.max(right - left + 1, bottom - top + 1) / Math.min(height, width);
        }
    }
}
