package io.netloom.data;

import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// The windows of a [TextFile]. A piece of byte-pair encoding is one token or more, so that a window of as many pieces as tokens are wanted is
/// always full, and never reaches beyond them.
final class TextWindows implements Dataset {
    private final TextFile source;
    private final String text;
    /// Where each piece begins, and last where the text ends.
    private final int[] begins;
    private final boolean learns;
    private final Optional<Tokens> tokens;

    /// What the text becomes.
    ///
    /// @param all the places of its tokens
    /// @param begins which of them is the first of each piece
    private record Tokens(char[] all, int[] begins) {}

    private TextWindows(TextFile source, String text, int[] begins, boolean learns, Optional<Tokens> tokens) {
        this.source = source;
        this.text = text;
        this.begins = begins;
        this.learns = learns;
        this.tokens = tokens;
    }

    /// @throws BadInput if the text is too short
    static TextWindows of(TextFile source, String read, Labels labels) {
        String text = source.tokens().letters() == Tokenising.Letters.LOWER ? read.toLowerCase(Locale.ROOT) : read;
        int[][] begins = {new int[1024]};
        int[] count = {0, 0};
        Pieces.eachPlaced(source.tokens(), text, (piece, at) -> {
            if (count[0] + 1 == begins[0].length) {
                begins[0] = Arrays.copyOf(begins[0], 2 * begins[0].length);
            }
            begins[0][count[0]++] = at;
            count[1] = at + piece.length();
        });
        begins[0][count[0]] = count[1];
        int needed = source.tokens().length() + 1;
        if (count[0] < needed + source.stride()) {
            throw new BadInput(Sentence.of("input.short-text",
                    "{0} has {1}, too few for several windows of {2,number,0}. Give a longer text, or choose shorter"
                            + " windows.",
                    source.file().toString(), source.tokens().unit() == Tokenising.Unit.CHARACTERS
                            ? Sentence.of("input.characters", "{0,choice,0#no|0<only {0,number,0}} characters",
                                    count[0])
                            : Sentence.of("input.words", "{0,choice,0#no|0<only {0,number,0}} words and marks",
                                    count[0]),
                    source.tokens().length()));
        }
        return new TextWindows(source, text, Arrays.copyOf(begins[0], count[0] + 1),
                !(labels instanceof Labels.None), Optional.empty());
    }

    private int pieces() {
        return source.tokens().length() + 1;
    }

    private int first(int example) {
        return example * source.stride();
    }

    @Override
    public int size() {
        return (begins.length - 1 - pieces()) / source.stride() + 1;
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(TextFile.INPUT, Shape.of(source.tokens().length())));
    }

    @Override
    public List<Target> targets() {
        return learns ? List.of(new Target(TextFile.TARGET,
                new Task.Tokens(source.tokens().vocabulary(), source.tokens().length()))) : List.of();
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.empty();
    }

    /// The windows behind one that begin before it ends.
    @Override
    public OptionalInt overlap() {
        return OptionalInt.of((pieces() - 1) / source.stride());
    }

    @Override
    public SequencedMap<String, FittedInput> fit(int[] train) {
        Map<String, Long> texts = new HashMap<>();
        int[] windows = train.clone();
        Arrays.sort(windows);
        int from = -1;
        int to = -1;
        for (int window : windows) {
            if (first(window) > to) {
                take(from, to, texts);
                from = first(window);
            }
            to = first(window) + pieces();
        }
        take(from, to, texts);
        int length = source.tokens().length();
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        SequencedMap<String, FittedInput> fitted = new LinkedHashMap<>();
        fitted.put(TextFile.INPUT, new FittedInput(List.of(new FittedColumn(feature(), Float.NaN,
                Vocabulary.learn(source.tokens(), texts).tokens())), new Scaling(new float[length], ones)));
        return fitted;
    }

    private void take(int from, int to, Map<String, Long> texts) {
        if (from >= 0) {
            texts.merge(text.substring(begins[from], begins[to]), 1L, Long::sum);
        }
    }

    private Feature feature() {
        return new Feature.Text(TextFile.INPUT, source.tokens());
    }

    @Override
    public Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        Vocabulary vocabulary = new Vocabulary(source.tokens(),
                fitted.get(TextFile.INPUT).columns().getFirst().categories());
        char[] all = new char[begins.length];
        int[] starts = new int[begins.length];
        int count = 0;
        for (int piece = 0; piece < begins.length - 1; piece++) {
            starts[piece] = count;
            int[] cut = vocabulary.encode(text.substring(begins[piece], begins[piece + 1]));
            if (count + cut.length > all.length) {
                all = Arrays.copyOf(all, Math.max(2 * all.length, count + cut.length));
            }
            for (int place : cut) {
                all[count++] = (char) place;
            }
        }
        starts[begins.length - 1] = count;
        return new TextWindows(source, text, begins, learns,
                Optional.of(new Tokens(Arrays.copyOf(all, count), starts)));
    }

    @Override
    public void read(int example, Batch into, int row) {
        Tokens known = tokens.orElseThrow(() -> new IllegalStateException("the text is not cut into tokens yet"));
        int at = known.begins()[first(example)];
        int length = source.tokens().length();
        float[] given = new float[length];
        long[] next = new long[length];
        for (int i = 0; i < length; i++) {
            given[i] = known.all()[at + i];
            next[i] = known.all()[at + i + 1];
        }
        into.putNumbers(0, row, given, 0);
        if (learns) {
            into.putTokens(0, row, next);
        }
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Sentence describe(int example) {
        return Sentence.of("example.character", "from character {0,number,0}", begins[first(example)] + 1);
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
