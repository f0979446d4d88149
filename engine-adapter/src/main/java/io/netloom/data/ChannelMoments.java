package io.netloom.data;

import io.netloom.compile.Scaling;
import io.netloom.shape.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/// Mean and deviation along the first feature axis of an input: a channel of a picture, a column of a table.
sealed interface ChannelMoments {

    /// Takes in the first `rows` rows of an input's buffer.
    void add(ByteBuffer rows, int count);

    Scaling scaling();

    static ChannelMoments of(Shape shape) {
        int channels = shape.rank() == 0 ? 1 : (int) shape.size(0);
        int each = (int) shape.elements() / channels;
        return switch (shape.type()) {
            case UINT8 -> new Bytes(channels, each);
            case FLOAT32 -> new Floats(channels, each);
            case FLOAT64, INT64 -> throw new IllegalArgumentException("no data set stores " + shape.type() + " inputs");
        };
    }

    /// Exact sums of whole numbers from 0 to 255.
    final class Bytes implements ChannelMoments {
        private final int each;
        private final long[] sums;
        private final long[] squares;
        private long count;

        private Bytes(int channels, int each) {
            this.each = each;
            this.sums = new long[channels];
            this.squares = new long[channels];
        }

        @Override
        public void add(ByteBuffer rows, int number) {
            byte[] channel = new byte[each];
            for (int row = 0; row < number; row++) {
                for (int c = 0; c < sums.length; c++) {
                    rows.get(channel);
                    addTo(c, channel);
                }
            }
            count += (long) number * each;
        }

        private void addTo(int channel, byte[] values) {
            long sum = 0;
            long square = 0;
            for (byte value : values) {
                int v = value & 0xFF;
                sum += v;
                square += v * v;
            }
            sums[channel] += sum;
            squares[channel] += square;
        }

        @Override
        public Scaling scaling() {
            float[] mean = new float[sums.length];
            float[] std = new float[sums.length];
            for (int c = 0; c < sums.length; c++) {
                double m = (double) sums[c] / count;
                mean[c] = (float) m;
                std[c] = Moments.scale(Math.sqrt(Math.max(0, (double) squares[c] / count - m * m)));
            }
            return new Scaling(mean, std);
        }
    }

    /// Running moments of numbers of any size.
    final class Floats implements ChannelMoments {
        private final int each;
        private final Moments[] moments;

        private Floats(int channels, int each) {
            this.each = each;
            this.moments = IntStream.range(0, channels).mapToObj(_ -> new Moments()).toArray(Moments[]::new);
        }

        @Override
        public void add(ByteBuffer rows, int number) {
            FloatBuffer floats = rows.asFloatBuffer();
            for (int row = 0; row < number; row++) {
                for (Moments channel : moments) {
                    for (int i = 0; i < each; i++) {
                        channel.add(floats.get());
                    }
                }
            }
        }

        @Override
        public Scaling scaling() {
            float[] mean = new float[moments.length];
            float[] std = new float[moments.length];
            for (int c = 0; c < moments.length; c++) {
                mean[c] = moments[c].mean();
                std[c] = moments[c].std();
            }
            return new Scaling(mean, std);
        }
    }
}
