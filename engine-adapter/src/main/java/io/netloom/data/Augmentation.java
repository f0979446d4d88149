package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Range;
import io.netloom.shape.Sentence;
import java.util.Locale;

/// How pictures are changed at random each time that the network learns from them, so that it does not learn by heart. All ranges
/// are drawn from evenly. Pictures for validation, test and prediction stay as they are.
///
/// @param flip mirrors half of the pictures
/// @param rotation degrees, at most, to either side; 0 to 180
/// @param crop share of the area, at most, that is cut away around a rectangle that then fills the picture, at an aspect ratio
///     of 3:4 to 4:3 (Szegedy et al. 2015, https://arxiv.org/abs/1409.4842); 0 to 0.95
/// @param zoom how much larger or smaller, at most: 0.2 for a factor of 1 / 1.2 to 1.2; 0 to 4
/// @param shift share of width and height, at most, to every side; 0 to 0.5
/// @param brightness share of the range from black to white, at most, that is added or taken away; 0 to 1
/// @param contrast factor on the distance from the picture's mean: 0.2 for 0.8 to 1.2; 0 to 1
/// @param hue turns of the circle of colours, at most, to either side, at the same luma; 0 to 0.5
/// @param noise deviation of what is added to every number, as share of the range from black to white; 0 to 1
/// @param erasing probability that a rectangle of 2 % to 33 % of the area is filled with noise (Zhong et al. 2017,
///     https://arxiv.org/abs/1708.04896); 0 to 1
/// @param mixup alpha of the beta distribution by which a picture and its target are mixed with another's (Zhang et al. 2017,
///     https://arxiv.org/abs/1710.09412); 0 for none, 0 to 10
public record Augmentation(Flip flip, double rotation, double crop, double zoom, double shift, double brightness,
        double contrast, double hue, double noise, double erasing, double mixup) {
    /// Pictures stay as they are.
    public static final Augmentation NONE = new Augmentation(Flip.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// Along which axes half of the pictures are mirrored.
    public enum Flip {
        /// None.
        NONE,
        /// Left and right are swapped.
        HORIZONTAL,
        /// Top and bottom are swapped.
        VERTICAL,
        /// Each of both, for half of the pictures.
        BOTH;

        boolean horizontal() {
            return this == HORIZONTAL || this == BOTH;
        }

        boolean vertical() {
            return this == VERTICAL || this == BOTH;
        }
    }

    /// @throws BadInput for a value outside its range
    public Augmentation {
        require("rotation", rotation, 180);
        require("crop", crop, 0.95);
        require("zoom", zoom, 4);
        require("shift", shift, 0.5);
        require("brightness", brightness, 1);
        require("contrast", contrast, 1);
        require("hue", hue, 0.5);
        require("noise", noise, 1);
        require("erasing", erasing, 1);
        require("mixup", mixup, 10);
    }

    private static void require(String name, double value, double most) {
        Range.require(0 <= value && value <= most,
                Sentence.of("setting.of-augmentation", "augmentation''s {0}", name), value,
                Range.fromTo("0", most == (long) most ? Long.toString((long) most) : Double.toString(most)));
    }

    boolean movesPixels() {
        return flip != Flip.NONE || rotation + crop + zoom + shift > 0;
    }
}
