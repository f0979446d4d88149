package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pictures and labels of MNIST's format, all in memory.
final class IdxDataset implements Dataset {
    /// One pair of files; its first example has the number `first`.
    private record Block(IdxPair pair, int first, Idx images, Optional<Idx> labels) {
        int end() {
            return first + images.sizes()[0];
        }

        int label(int example) {
            return labels.orElseThrow().bytes()[example - first] & 0xFF;
        }
    }

    private final List<Block> blocks;
    private final Shape shape;
    private final int pixels;
    private final List<Target> targets;

    private IdxDataset(List<Block> blocks, List<String> classes) {
        int[] sizes = blocks.getFirst().images.sizes();
        this.blocks = blocks;
        this.shape = Shape.of(ElementType.UINT8, 1, sizes[1], sizes[2]);
        this.pixels = sizes[1] * sizes[2];
        this.targets = classes.isEmpty() ? List.of()
                : List.of(new Target(IdxFiles.TARGET, new Task.Classification(classes)));
    }

    static IdxDataset learnt(Path folder) {
        List<Block> blocks = blocks(IdxPair.in(folder));
        List<String> classes = classes(folder, blocks);
        refuseOneClass(folder, blocks);
        return new IdxDataset(blocks, classes);
    }

    /// Pictures with classes of any number.
    static IdxDataset labelled(Path folder) {
        List<Block> blocks = blocks(IdxPair.in(folder));
        return new IdxDataset(blocks, classes(folder, blocks));
    }

    /// Pictures alone; labels need not lie beside them.
    static IdxDataset unlabelled(Path folder) {
        return new IdxDataset(blocks(IdxPair.imagesIn(folder)), List.of());
    }

    private static List<Block> blocks(List<IdxPair> pairs) {
        List<Block> blocks = new ArrayList<>();
        for (IdxPair pair : pairs) {
            Block block = block(pair, blocks.isEmpty() ? 0 : blocks.getLast().end());
            int[] first = blocks.isEmpty() ? block.images.sizes() : blocks.getFirst().images.sizes();
            if (!Arrays.equals(first, 1, 3, block.images.sizes(), 1, 3)) {
                throw new BadInput(Sentence.of("input.idx-sizes",
                        "{0} holds pictures of {1}, but {2} of {3}. Keep files of one size in a folder.",
                        pair.images().toString(), size(block.images.sizes()),
                        blocks.getFirst().pair.images().getFileName().toString(), size(first)));
            }
            blocks.add(block);
        }
        return blocks;
    }

    private static void refuseOneClass(Path folder, List<Block> blocks) {
        int[] found = labels(blocks).distinct().toArray();
        if (found.length < 2) {
            throw new BadInput(Sentence.of("input.idx-one-class",
                    "{0} holds pictures of only one class, {1}. A network needs at least two to tell apart.",
                    folder.toString(), found[0]));
        }
    }

    private static IntStream labels(List<Block> blocks) {
        return blocks.stream().flatMapToInt(block -> IntStream.range(block.first, block.end()).map(block::label));
    }

    private static Block block(IdxPair pair, int first) {
        Idx images = Idx.read(pair.images(), 3);
        Optional<Idx> labels = pair.labels().map(file -> Idx.read(file, 1));
        if (labels.isPresent() && images.sizes()[0] != labels.get().sizes()[0]) {
            throw new BadInput(Sentence.of("input.idx-labels",
                    "{0} holds {1,number,0} pictures, but {2} holds {3,number,0} labels. Take both files from"
                            + " the same data set.",
                    pair.images().toString(), images.sizes()[0], pair.labels().get().getFileName().toString(),
                    labels.get().sizes()[0]));
        }
        if (images.bytes().length == 0) {
            throw new BadInput(Sentence.of("input.idx-empty",
                    "{0} holds no pictures. Download it again.", pair.images().toString()));
        }
        return new Block(pair, first, images, labels);
    }

    private static String size(int[] sizes) {
        return sizes[1] + "×" + sizes[2];
    }

    private static List<String> classes(Path folder, List<Block> blocks) {
        int largest = labels(blocks).max().orElseThrow();
        List<String> names = ClassNames.beside(folder);
        if (names.isEmpty()) {
            return IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
        }
        if (names.size() <= largest) {
            throw new BadInput(Sentence.of("input.idx-names",
                    "{0} names {1,number,0} classes, but the labels go up to {2,number,0}. Write one name a"
                            + " line, the first for label 0.",
                    folder.resolve(ClassNames.FILE).toString(), names.size(), largest));
        }
        return names;
    }

    private Block block(int example) {
        for (Block block : blocks) {
            if (example < block.end()) {
                return block;
            }
        }
        throw new IndexOutOfBoundsException(example);
    }

    @Override
    public int size() {
        return blocks.getLast().end();
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(IdxFiles.INPUT, shape));
    }

    @Override
    public List<Target> targets() {
        return targets;
    }

    @Override
    public Optional<Part> given(int example) {
        return block(example).pair.part();
    }

    @Override
    public void read(int example, Batch into, int row) {
        Block block = block(example);
        into.putPixels(0, row, block.images.bytes(), (example - block.first) * pixels);
        if (!targets.isEmpty()) {
            into.putClass(0, row, block.label(example));
        }
    }

    @Override
    public int classOf(int example, int target) {
        return block(example).label(example);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Sentence describe(int example) {
        Block block = block(example);
        return Sentence.of("example.picture", "{0}, picture {1,number,0}", block.pair.images().getFileName().toString(),
                example - block.first + 1);
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }

    /// The files are read and closed already; the memory goes with this object.
    @Override
    public void close() {}
}
