package io.netloom.profile;

import io.netloom.data.LeftOut;
import io.netloom.data.PictureSurvey;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/// What is in a folder of pictures, what is wrong with it, and what a network must beat.
///
/// @param folder the folder
/// @param asked files that end like pictures
/// @param pictures those of them that were read
/// @param leftOut those that cannot be read, each with its cause
/// @param classes the classes, in the order of their names
/// @param parts pictures by part, where folders name parts; else empty
/// @param formats pictures by the format of their file, the most frequent first
/// @param modes pictures by how their colours are stored, the most frequent first
/// @param smallest the picture with the fewest pixels
/// @param median one with as many larger as smaller ones
/// @param largest the picture with the most pixels
/// @param flattest width ÷ height of the widest picture
/// @param steepest width ÷ height of the tallest picture
/// @param mean of red, green and blue over all pictures, from 0 to 255
/// @param deviation of red, green and blue
/// @param target how hard the classes are to tell apart
/// @param concerns what is wrong, the worst first
public record PictureProfile(Path folder, int asked, int pictures, List<LeftOut> leftOut, List<PictureClass> classes,
        SequencedMap<String, Integer> parts, SequencedMap<String, Integer> formats,
        SequencedMap<String, Integer> modes, Size smallest, Size median, Size largest, double flattest,
        double steepest, List<Double> mean, List<Double> deviation, TargetProfile target, List<Concern> concerns) {

    /// A class.
    ///
    /// @param name the folder's name
    /// @param count its pictures
    /// @param examples some of their names
    public record PictureClass(String name, int count, List<String> examples) {
        public PictureClass {
            examples = List.copyOf(examples);
        }
    }

    /// A size in pixels.
    public record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    public PictureProfile {
        leftOut = List.copyOf(leftOut);
        classes = List.copyOf(classes);
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
        formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
        modes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(modes));
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        concerns = List.copyOf(concerns);
    }

    /// The scores that a network must beat which learns the classes of a folder, the simplest first: as [#of] has them.
    ///
    /// @param stop asked before each picture; the others are then passed over
    /// @throws io.netloom.shape.BadInput if there are no folders with pictures, or none of these can be read
    public static List<Baseline> baselines(Path folder, BooleanSupplier stop) {
        return new PictureProfiler(folder, PictureSurvey.of(folder, (_, _) -> {}, stop)).target().baselines();
    }

    /// Looks at every picture of a folder. The same folder always gives the same profile, unless it is stopped.
    ///
    /// @param progress takes, from any thread, how far it is
    /// @param stop asked before each picture; the profile is then of those that were looked at
    /// @throws io.netloom.shape.BadInput if it holds no folders with pictures, or none of these can be read
    public static PictureProfile of(Path folder, PictureSurvey.Progress progress, BooleanSupplier stop) {
        return new PictureProfiler(folder, PictureSurvey.of(folder, progress, stop)).profile(stop);
    }
}
