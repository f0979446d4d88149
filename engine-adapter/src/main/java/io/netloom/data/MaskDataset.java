package io.netloom.data;

import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pictures of a [MaskFolder] that have a mask, decoded when they are asked for.
final class MaskDataset implements Dataset {
    private static final int CACHE_SHARE = 8;

    private final MaskFolder source;
    private final ImageDataset pictures;
    private final int[] examples;
    private final List<Path> masks;
    private final List<String> warnings;
    private final PixelCache cache;

    private MaskDataset(MaskFolder source, ImageDataset pictures, int[] examples, List<Path> masks,
            List<String> warnings) {
        this.source = source;
        this.pictures = pictures;
        this.examples = examples;
        this.masks = List.copyOf(masks);
        this.warnings = List.copyOf(warnings);
        this.cache = new PixelCache(examples.length, (long) source.height() * source.width(),
                Runtime.getRuntime().maxMemory() / CACHE_SHARE);
    }

    /// Lists both folders and reads the header of each picture.
    static MaskDataset labelled(MaskFolder source) {
        Map<String, Path> masks = new HashMap<>();
        for (PictureFile mask : PictureTree.all(source.masks())) {
            Path twin = masks.put(name(source.masks(), mask.file()), mask.file());
            if (twin != null) {
                throw new BadInput(twin + " and " + mask.file()
                        + " are masks of the same picture. Keep one of them in the folder.");
            }
        }
        var pictures = (ImageDataset) new ImageFolder(source.pictures(), source.channels(), source.height(),
                source.width()).open(new Labels.None());
        var examples = new ArrayList<Integer>();
        var found = new ArrayList<Path>();
        var without = new ArrayList<String>();
        for (int i = 0; i < pictures.size(); i++) {
            Optional<Path> mask = Optional.ofNullable(masks.remove(name(source.pictures(), pictures.file(i))));
            if (mask.isPresent()) {
                examples.add(i);
                found.add(mask.get());
            } else {
                without.add(pictures.describe(i));
            }
        }
        if (found.isEmpty()) {
            throw new BadInput("No picture in " + source.pictures() + " has a mask in " + source.masks() + ": "
                    + without.getFirst() + " would need one of the same name. Name each mask like its picture.");
        }
        var warnings = new ArrayList<>(pictures.warnings());
        warn(warnings, "Pictures without a mask were left out: ", without);
        warn(warnings, "Masks without a picture were left out: ", masks.keySet().stream().sorted().toList());
        return new MaskDataset(source, pictures, examples.stream().mapToInt(Integer::intValue).toArray(), found,
                warnings);
    }

    private static void warn(List<String> warnings, String text, List<String> names) {
        if (!names.isEmpty()) {
            warnings.add(text + ReadFailure.some(names) + ".");
        }
    }

    /// Its place below a folder, without the ending.
    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replaceFirst("\\.[^.]*$", "");
    }

    @Override
    public int size() {
        return examples.length;
    }

    @Override
    public List<Input> inputs() {
        return pictures.inputs();
    }

    @Override
    public List<Target> targets() {
        return List.of(new Target(MaskFolder.TARGET, source.task()));
    }

    @Override
    public Optional<Part> given(int example) {
        return pictures.given(examples[example]);
    }

    @Override
    public void read(int example, Batch into, int row) {
        pictures.read(examples[example], into, row);
        into.putMask(0, row, cache.get(example, this::decode));
    }

    private byte[] decode(int example) {
        Path file = masks.get(example);
        try {
            return Picture.mask(file).classes(source.classes().size(), source.height(), source.width());
        } catch (IOException e) {
            throw Mask.unreadable(file, e);
        }
    }

    @Override
    public long cacheBytes() {
        return pictures.cacheBytes() + cache.bytesToCome();
    }

    @Override
    public boolean inMemory() {
        return pictures.inMemory() && cache.isComplete();
    }

    @Override
    public String describe(int example) {
        return pictures.describe(examples[example]);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    /// Nothing is held open between reads; the memory goes with this object.
    @Override
    public void close() {}
}
