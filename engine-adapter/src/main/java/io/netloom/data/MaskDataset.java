package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The pictures of a [MaskFolder] that have a mask, decoded when they are asked for.
final class MaskDataset implements Dataset {
    private static final int CACHE_SHARE = 8;

    private final MaskFolder source;
    private final ImageDataset pictures;
    private final int[] examples;
    private final List<Path> masks;
    private final List<Sentence> warnings;
    private final PixelCache cache;
    private final DecodeRoom room = DecodeRoom.ofHeap();
    private final Map<Integer, LeftOut> damaged = new ConcurrentHashMap<>();

    private MaskDataset(MaskFolder source, ImageDataset pictures, int[] examples, List<Path> masks,
            List<Sentence> warnings) {
        this.source = source;
        this.pictures = pictures;
        this.examples = examples;
        this.masks = List.copyOf(masks);
        this.warnings = List.copyOf(warnings);
        this.cache = ImageFolderReading.cache(examples.length, source.form().height() * source.form().width(),
                CACHE_SHARE);
    }

    /// Lists both folders and reads the header of each picture.
    static MaskDataset labelled(MaskFolder source) {
        Map<String, Path> masks = new HashMap<>();
        for (PictureFile mask : PictureTree.all(source.masks())) {
            Path twin = masks.put(name(source.masks(), mask.file()), mask.file());
            if (twin != null) {
                throw new BadInput(Sentence.of("input.two-masks",
                        "{0} and {1} are masks of the same picture. Keep one of them in the folder.", twin.toString(),
                        mask.file().toString()));
            }
        }
        ImageDataset pictures = ImageFolderReading.unlabelled(new ImageFolder(source.pictures(), source.form()));
        var examples = new ArrayList<Integer>();
        var found = new ArrayList<Path>();
        var without = new ArrayList<String>();
        for (int i = 0; i < pictures.size(); i++) {
            Optional<Path> mask = Optional.ofNullable(masks.remove(name(source.pictures(), pictures.file(i))));
            if (mask.isPresent()) {
                examples.add(i);
                found.add(mask.get());
            } else {
                without.add(pictures.describe(i).toString());
            }
        }
        if (found.isEmpty()) {
            throw new BadInput(Sentence.of("input.no-masks",
                    "No picture in {0} has a mask in {1}: {2} would need one of the same name. Name each mask"
                            + " like its picture.",
                    source.pictures().toString(), source.masks().toString(), without.getFirst()));
        }
        var warnings = new ArrayList<>(pictures.warnings());
        if (!without.isEmpty()) {
            warnings.add(Sentence.of("warning.no-mask", "Pictures without a mask were left out: {0}.",
                    ReadFailure.some(without)));
        }
        if (!masks.isEmpty()) {
            warnings.add(Sentence.of("warning.lone-mask", "Masks without a picture were left out: {0}.",
                    ReadFailure.some(masks.keySet().stream().sorted().toList())));
        }
        return new MaskDataset(source, pictures, examples.stream().mapToInt(Integer::intValue).toArray(), found,
                warnings);
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
        LeftOut known = damaged.get(example);
        if (known != null) {
            throw unreadable(example, known);
        }
        pictures.read(examples[example], into, row);
        try {
            into.putMask(0, row, cache.get(example, this::decode));
        } catch (IOException e) {
            LeftOut found = new LeftOut(PictureCheck.name(source.masks(), masks.get(example)), ReadFailure.reason(e));
            if (damaged.putIfAbsent(example, found) == null) {
                cache.giveUp();
            }
            throw unreadable(example, found);
        }
    }

    private byte[] decode(int example) throws IOException {
        return Picture.mask(masks.get(example), room).classes(source.classes().size(), source.form());
    }

    private UnreadableExample unreadable(int example, LeftOut found) {
        return new UnreadableExample(Mask.unreadable(masks.get(example), found.cause()));
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
    public Sentence describe(int example) {
        return pictures.describe(examples[example]);
    }

    @Override
    public List<Sentence> warnings() {
        return warnings;
    }

    @Override
    public List<LeftOut> leftOut() {
        var all = new ArrayList<>(pictures.leftOut());
        damaged.values().stream().sorted(Comparator.comparing(LeftOut::name)).forEach(all::add);
        return all;
    }

    @Override
    public void close() {
        pictures.close();
        cache.close();
    }
}
