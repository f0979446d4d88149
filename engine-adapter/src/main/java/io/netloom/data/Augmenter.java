package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// Changes the pictures of a data set as an [Augmentation] says. What happens to an example follows from seed, epoch and its number
/// alone, so that a training that goes on sees the pictures that it would have seen. It may be used from several threads at once.
public final class Augmenter {
    private final Augmentation how;
    private final Dataset data;
    private final long seed;
    private final int[] train;
    private final List<Target> targets;
    private final Queue<Batch> spares = new ConcurrentLinkedQueue<>();
    private final List<Integer> pictures;
    private final List<Integer> masks;

    /// @param train the examples that others are mixed with
    /// @param seed of the training
    /// @throws BadInput if something is to be changed and the data has no pictures, or if masks are to be mixed
    public Augmenter(Augmentation how, Dataset data, int[] train, long seed) {
        this.how = how;
        this.data = data;
        this.seed = seed;
        this.train = train.clone();
        this.targets = data.targets().stream().map(this::target).toList();
        this.pictures = IntStream.range(0, data.inputs().size()).filter(i -> isPicture(data.inputs().get(i).shape()))
                .boxed().toList();
        this.masks = IntStream.range(0, data.targets().size())
                .filter(t -> data.targets().get(t).task() instanceof Task.Segmentation).boxed().toList();
        if (!isIdle() && pictures.isEmpty()) {
            throw new BadInput(Sentence.of("input.no-pictures-to-change",
                    "The plan changes pictures at random, but this data has no pictures. Take ''augmentation'' out of the"
                            + " plan."));
        }
    }

    private Target target(Target given) {
        return switch (given.task()) {
            case Task.Classification(List<String> classes) when mixes() ->
                new Target(given.name(), new Task.Shares(classes));
            case Task.Segmentation _ when mixes() -> throw new BadInput(Sentence.of("input.mixed-masks",
                    "Masks cannot be mixed, because each of their pixels has one class. Take ''mixup'' out of the plan."));
            case Task.Classification _,Task.Regression _,Task.Tags _,Task.Shares _,Task.Reconstruction _,Task.Segmentation _,Task.Tokens _ ->
                given;
        };
    }

    private boolean mixes() {
        return how.mixup() > 0;
    }

    /// What a batch of this is to hold for each target: where examples are mixed, shares of classes instead of a class.
    List<Target> targets() {
        return targets;
    }

    private static boolean isPicture(Shape shape) {
        return shape.type() == ElementType.UINT8 && shape.rank() == 3;
    }

    /// Whether nothing is ever changed.
    public boolean isIdle() {
        return how.equals(Augmentation.NONE);
    }

    /// The pixels of the first picture of an example, channel by channel, as the network sees them in an epoch.
    ///
    /// @param epoch counted from 1
    /// @throws UnreadableExample if it is damaged
    public byte[] augmented(int example, int epoch) {
        Batch batch = single(example);
        data.read(example, batch, 0);
        apply(batch, 0, example, epoch);
        int picture = pictures.isEmpty() ? 0 : pictures.getFirst();
        byte[] pixels = new byte[(int) data.inputs().get(picture).shape().elements()];
        batch.getPixels(picture, 0, pixels);
        spares.add(batch);
        return pixels;
    }

    private Batch single(int example) {
        Batch batch = Optional.ofNullable(spares.poll()).orElseGet(() -> Batch.allocate(data.inputs(), targets, 1));
        batch.hold(example);
        return batch;
    }

    /// Changes an example that was read into a row.
    void apply(Batch batch, int row, int example, int epoch) {
        if (isIdle()) {
            return;
        }
        change(batch, row, example, epoch);
        if (mixes()) {
            mix(batch, row, example, epoch);
        }
    }

    private void mix(Batch batch, int row, int example, int epoch) {
        Mixup mixup = Mixup.draw(how.mixup(), train, random(example, ~epoch));
        Batch other = single(mixup.partner());
        try {
            data.read(mixup.partner(), other, 0);
            change(other, 0, mixup.partner(), epoch);
            batch.mix(row, other, mixup.share());
        } catch (UnreadableExample _) {
            // the data set keeps account of it; the example then stays by itself
        } finally {
            spares.add(other);
        }
    }

    private void change(Batch batch, int row, int example, int epoch) {
        for (int picture : pictures) {
            Shape shape = data.inputs().get(picture).shape();
            int channels = (int) shape.size(0);
            int height = (int) shape.size(1);
            int width = (int) shape.size(2);
            SplittableRandom random = random(example, epoch);
            Geometry geometry = Geometry.draw(how, width, height, random);
            Tint tint = Tint.draw(how, width, height, random);
            byte[] pixels = new byte[channels * height * width];
            batch.getPixels(picture, row, pixels);
            if (how.movesPixels()) {
                byte[] moved = new byte[pixels.length];
                for (int c = 0; c < channels; c++) {
                    geometry.smooth(pixels, moved, c * height * width, width, height);
                }
                pixels = moved;
                masks.forEach(mask -> move(batch, mask, row, geometry));
            }
            tint.apply(pixels, channels, width, height);
            batch.putPixels(picture, row, pixels, 0);
        }
    }

    private void move(Batch batch, int mask, int row, Geometry geometry) {
        var task = (Task.Segmentation) data.targets().get(mask).task();
        byte[] classes = new byte[task.height() * task.width()];
        batch.getMask(mask, row, classes);
        byte[] moved = new byte[classes.length];
        geometry.nearest(classes, moved, task.width(), task.height());
        batch.putMask(mask, row, moved);
    }

    private SplittableRandom random(int example, int epoch) {
        return new SplittableRandom(Shuffle.mix(Shuffle.mix(seed * 0x9E3779B97F4A7C15L + epoch) + example));
    }
}
