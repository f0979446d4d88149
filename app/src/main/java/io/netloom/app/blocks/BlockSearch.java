package io.netloom.app.blocks;

import io.netloom.app.look.BlockLook;
import io.netloom.app.text.Texts;
import io.netloom.graph.Block;
import io.netloom.layer.Catalogue;
import io.netloom.layer.LayerType;
import io.netloom.project.Template;
import io.netloom.project.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds kinds of blocks by a few letters: layer types and templates.
public final class BlockSearch {
    private static final ResourceBundle SYNONYMS = ResourceBundle
            .getBundle(BlockSearch.class.getPackageName() + ".synonyms", Locale.ROOT);

    private final List<BlockEntry> entries;

    /// @param entries what can be found, in the order in which they are listed
    public BlockSearch(List<BlockEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// Everything that comes with Netloom.
    public static BlockSearch of(Texts texts) {
        return of(texts, List.of());
    }

    /// Everything that comes with Netloom, and the user's own templates.
    public static BlockSearch of(Texts texts, List<Template> own) {
        var words = new BlockWords(texts);
        var entries = new ArrayList<BlockEntry>();
        for (LayerType type : Catalogue.standard().types()) {
            List<String> synonyms = SYNONYMS.containsKey(type.name())
                    ? List.of(SYNONYMS.getString(type.name()).split(", "))
                    : List.of();
            entries.add(new BlockEntry("layer:" + type.name(), words.name(type), words.category(type),
                    words.help(type), synonyms, BlockLook.of(type), new Block.Single(type.defaults())));
        }
        for (Template template : Templates.all()) {
            entries.add(new BlockEntry("template:" + template.name(), words.name(template),
                    texts.get("palette.composites"), words.help(template), List.of(), BlockLook.composite(),
                    template.composite()));
        }
        for (Template template : own) {
            entries.add(new BlockEntry("own:" + template.name(), template.name(), texts.get("palette.own"),
                    template.help(), List.of(), BlockLook.composite(), template.composite()));
        }
        return new BlockSearch(entries);
    }

    /// All entries.
    public List<BlockEntry> entries() {
        return entries;
    }

    /// The entry of this id, if there is one.
    public Optional<BlockEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// Those that match, the best first: the whole name, its beginning, what else people call it, the beginning of one of
    /// its words, a part of it, its letters in order, then words of its category and its help.
    ///
    /// @param query what was typed; all for an empty one
    /// @param fits what does not fit is left out
    public List<BlockEntry> find(String query, Predicate<Block> fits) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        record Found(BlockEntry entry, int rank, int place) {}
        return IntStream.range(0, entries.size()).boxed()
                .flatMap(i -> rank(entries.get(i), wanted).stream().mapToObj(r -> new Found(entries.get(i), r, i)))
                .sorted(Comparator.comparingInt(Found::rank)
                        .thenComparingInt(found -> wanted.isEmpty() ? 0 : found.entry.name().length())
                        .thenComparingInt(Found::place))
                .map(Found::entry).filter(entry -> fits.test(entry.block())).toList();
    }

    /// Those whose name begins with what was typed, the shortest first; none for nothing typed.
    public List<BlockEntry> named(String query, Predicate<Block> wanted) {
        String name = query.strip();
        return name.isEmpty() ? List.of() : find(name, wanted).stream()
                .filter(entry -> begins(entry.type(), name) || begins(entry.name(), name)).toList();
    }

    private static OptionalInt rank(BlockEntry entry, String wanted) {
        List<String> names = Stream.of(entry.type(), entry.name()).distinct().toList();
        List<String> others = entry.synonyms();
        List<Predicate<String>> rules = List.of(any(names, String::equalsIgnoreCase), any(names, BlockSearch::begins),
                any(others, String::equalsIgnoreCase), any(names, BlockSearch::beginsWord),
                any(names, BlockSearch::holds),
                any(others, BlockSearch::beginsWord), any(names, BlockSearch::inOrder),
                any(List.of(entry.category()), BlockSearch::beginsWord),
                any(List.of(entry.help()), BlockSearch::beginsWord));
        return wanted.isEmpty() ? OptionalInt.of(0)
                : IntStream.range(0, rules.size()).filter(i -> rules.get(i).test(wanted)).findFirst();
    }

    private interface Rule {
        boolean test(String text, String wanted);
    }

    private static Predicate<String> any(List<String> texts, Rule rule) {
        return wanted -> texts.stream().anyMatch(text -> rule.test(text, wanted));
    }

    private static boolean begins(String text, String wanted) {
        return dense(text).startsWith(dense(wanted));
    }

    private static boolean holds(String text, String wanted) {
        return dense(text).contains(dense(wanted));
    }

    /// `max pool` finds `MaxPool2d`.
    private static String dense(String text) {
        return text.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
    }

    /// A word begins behind a blank, between letters of Chinese, and where small letters or digits give way to a
    /// capital: `Avg` `Pool2d`.
    private static boolean beginsWord(String text, String wanted) {
        for (String word : text.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})")) {
            if (word.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return true;
            }
        }
        return wanted.codePoints().anyMatch(Character::isIdeographic) ? text.contains(wanted)
                : text.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private static boolean inOrder(String text, String wanted) {
        String name = text.toLowerCase(Locale.ROOT);
        int at = 0;
        for (int i = 0; i < wanted.length(); i++) {
            at = name.indexOf(wanted.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return wanted.length() > 1 && name.charAt(0) == wanted.charAt(0);
    }
}
