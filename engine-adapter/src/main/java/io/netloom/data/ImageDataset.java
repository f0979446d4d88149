package io.netloom.data;

import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Pictures that are decoded when they are asked for. Those that turn out to be damaged then keep their number, so that a split
/// stays as it is, but cannot be read.
final class ImageDataset implements Dataset {
    private final PictureForm form;
    private final Path folder;
    private final List<PictureFile> pictures;
    private final Answers answers;
    private final List<Sentence> warnings;
    private final List<LeftOut> leftOut;
    private final Map<Integer, LeftOut> damaged = new ConcurrentHashMap<>();
    private final PixelCache cache;
    private final DecodeRoom room = DecodeRoom.ofHeap();

    /// @param folder above all pictures, or the only one
    /// @param pictures those whose headers could be read
    /// @param leftOut those whose headers could not
    ImageDataset(PictureForm form, Path folder, List<PictureFile> pictures, Answers answers, List<Sentence> warnings,
            List<LeftOut> leftOut, PixelCache cache) {
        this.form = form;
        this.folder = folder;
        this.pictures = List.copyOf(pictures);
        this.answers = answers;
        this.warnings = List.copyOf(warnings);
        this.leftOut = List.copyOf(leftOut);
        this.cache = cache;
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(ImageFolder.INPUT, form.shape()));
    }

    @Override
    public List<Target> targets() {
        return answers.targets();
    }

    @Override
    public Optional<Part> given(int example) {
        return pictures.get(example).part();
    }

    @Override
    public void read(int example, Batch into, int row) {
        into.putPixels(0, row, pixels(example), 0);
        answers.write(example, into, row);
    }

    private byte[] pixels(int example) {
        LeftOut known = damaged.get(example);
        if (known != null) {
            throw unreadable(example, known);
        }
        try {
            return cache.get(example, this::decode);
        } catch (IOException e) {
            LeftOut found = new LeftOut(describe(example).toString(), ReadFailure.reason(e));
            if (damaged.putIfAbsent(example, found) == null) {
                cache.giveUp();
            }
            throw unreadable(example, found);
        }
    }

    private UnreadableExample unreadable(int example, LeftOut found) {
        return new UnreadableExample(Sentence.of("input.picture",
                "The picture {0} cannot be read: {1}. Replace it or take it out of the folder.",
                file(example).toString(), found.cause()));
    }

    /// The file of an example.
    Path file(int example) {
        return pictures.get(example).file();
    }

    private byte[] decode(int example) throws IOException {
        return Picture.read(file(example), form, room);
    }

    @Override
    public int classOf(int example, int target) {
        return answers.classOf(example, target);
    }

    @Override
    public float[] numbersOf(int example, int target) {
        return answers.numbersOf(example, target);
    }

    @Override
    public long cacheBytes() {
        return cache.bytesToCome();
    }

    @Override
    public boolean inMemory() {
        return cache.isComplete();
    }

    @Override
    public Sentence describe(int example) {
        return Sentence.plain(PictureCheck.name(folder, file(example)));
    }

    @Override
    public List<Sentence> warnings() {
        return warnings;
    }

    @Override
    public List<LeftOut> leftOut() {
        var all = new ArrayList<>(leftOut);
        damaged.values().stream().sorted(Comparator.comparing(LeftOut::name)).forEach(all::add);
        return all;
    }

    @Override
    public void close() {
        cache.close();
    }

    /// The pictures at these places.
    static List<PictureFile> at(List<PictureFile> pictures, int[] places) {
        return Arrays.stream(places).mapToObj(pictures::get).toList();
    }
}
