package io.netloom.evaluate;

import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What one Output of a network says about one example, or what is true of it, as people read it.
public sealed interface Answer {

    /// The Output block's name.
    String output();

    /// One of several classes.
    ///
    /// @param probabilities one a class, 0 to 1; of the truth 1 for one of them
    record Classes(String output, List<String> names, List<Float> probabilities) implements Answer {
        public Classes {
            names = List.copyOf(names);
            probabilities = List.copyOf(probabilities);
        }

        /// The place of the likeliest class, the first of several.
        public int likeliest() {
            return best(probabilities);
        }
    }

    /// Names of which several may hold.
    ///
    /// @param probabilities one a name, 0 to 1; of the truth 1 or 0
    record Tags(String output, List<String> names, List<Float> probabilities) implements Answer {
        public Tags {
            names = List.copyOf(names);
            probabilities = List.copyOf(probabilities);
        }

        /// Whether a name is said to hold.
        public boolean holds(int place) {
            return probabilities.get(place) > LIKELY;
        }
    }

    /// How a whole is divided.
    ///
    /// @param shares one a name, 0 to 1
    record Shares(String output, List<String> names, List<Float> shares) implements Answer {
        public Shares {
            names = List.copyOf(names);
            shares = List.copyOf(shares);
        }
    }

    /// Numbers in their own units.
    record Numbers(String output, List<String> names, List<Float> values) implements Answer {
        public Numbers {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }

    /// A picture: one that is given back, or one that was asked about.
    ///
    /// @param shape channels, rows and columns
    /// @param pixels channel by channel, row by row
    record Picture(String output, Shape shape, byte[] pixels) implements Answer {
        public Picture {
            pixels = pixels.clone();
        }
    }

    /// A class for each pixel.
    ///
    /// @param places into the classes, row by row
    record Mask(String output, List<String> classes, int height, int width, byte[] places) implements Answer {
        public Mask {
            classes = List.copyOf(classes);
            places = places.clone();
        }
    }

    /// A tag holds where its probability is above this.
    float LIKELY = 0.5f;
    /// Of the brightness of a pixel.
    int GREATEST = 255;

    /// Reads what `predict` gives for a head.
    ///
    /// @param columns what its numbers are called, where the data has names for them; else empty
    /// @throws IllegalArgumentException if the head goes on with texts
    static Answer of(Objective objective, Head head, List<String> columns, float[] raw) {
        String output = head.output();
        return switch (head.task()) {
            case Task.Classification(List<String> classes) -> new Classes(output, classes, list(raw));
            case Task.Tags(List<String> names) -> new Tags(output, names, list(raw));
            case Task.Shares(List<String> classes) -> new Shares(output, classes, list(raw));
            case Task.Regression(List<Task.Spread> numbers) ->
                new Numbers(output, names(columns, output, numbers), list(raw));
            case Task.Reconstruction(String input) -> picture(objective, input)
                    .<Answer>map(shape -> new Picture(output, shape, pixels(raw)))
                    .orElseGet(() -> new Numbers(output, named(columns, output, raw.length), list(raw)));
            case Task.Segmentation(List<String> classes, int height, int width) ->
                new Mask(output, classes, height, width, likeliest(raw, height * width));
            case Task.Tokens _ -> throw new IllegalArgumentException("'" + output + "' goes on with texts");
        };
    }

    /// Reads what the data gives as the truth for a head.
    ///
    /// @param columns what its numbers are called, where the data has names for them; else empty
    /// @param row of a batch's targets
    /// @throws IllegalArgumentException if the data gives nothing for it, or it goes on with texts
    static Answer truth(Head head, List<String> columns, TensorData row) {
        String output = head.output();
        return switch (head.task()) {
            case Task.Classification(List<String> classes) -> {
                int right = (int) row.data().getLong(0);
                yield new Classes(output, classes,
                        IntStream.range(0, classes.size()).mapToObj(c -> c == right ? 1f : 0f).toList());
            }
            case Task.Tags(List<String> names) -> new Tags(output, names, list(floats(row)));
            case Task.Shares(List<String> classes) -> new Shares(output, classes, list(floats(row)));
            case Task.Regression(List<Task.Spread> numbers) ->
                new Numbers(output, names(columns, output, numbers), list(floats(row)));
            case Task.Segmentation(List<String> classes, int height, int width) ->
                new Mask(output, classes, height, width, bytes(row));
            case Task.Reconstruction _,Task.Tokens _ -> throw new IllegalArgumentException(
                    "the data gives nothing for '" + output + "'");
        };
    }

    /// The shape of an input that is a picture; nothing where it is none.
    static Optional<Shape> picture(Objective objective, String input) {
        return objective.feeds().stream().filter(feed -> feed.input().equals(input)).map(Feed::raw)
                .filter(raw -> raw.type() == ElementType.UINT8 && raw.rank() == 3).findFirst();
    }

    private static List<String> names(List<String> columns, String output, List<Task.Spread> numbers) {
        return columns.size() == numbers.size() ? columns
                : numbers.stream().map(Task.Spread::name).map(name -> name.isEmpty() ? output : name).toList();
    }

    private static List<String> named(List<String> columns, String output, int count) {
        return columns.size() == count ? columns
                : IntStream.rangeClosed(1, count).mapToObj(i -> output + " " + i).toList();
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    private static float[] floats(TensorData row) {
        FloatBuffer floats = row.floats();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        return values;
    }

    private static byte[] bytes(TensorData row) {
        ByteBuffer data = row.data();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private static byte[] pixels(float[] values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(values[i]), 0, GREATEST);
        }
        return pixels;
    }

    /// The likeliest class of each pixel.
    private static byte[] likeliest(float[] probabilities, int pixels) {
        byte[] places = new byte[pixels];
        for (int place = 0; place < pixels; place++) {
            int best = 0;
            for (int c = 1; c < probabilities.length / pixels; c++) {
                best = probabilities[c * pixels + place] > probabilities[best * pixels + place] ? c : best;
            }
            places[place] = (byte) best;
        }
        return places;
    }

    private static int best(List<Float> values) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = values.get(i) > values.get(best) ? i : best;
        }
        return best;
    }
}
