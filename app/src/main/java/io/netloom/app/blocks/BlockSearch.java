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
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Finds kinds of blocks by a few letters: layer types and templates.
public final class BlockSearch {
    private final List<BlockEntry> entries;

    /// @param entries what can be found, in the order in which they are listed
    public BlockSearch(List<BlockEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// Everything that Netloom has.
    public static BlockSearch of(Texts texts) {
        var entries = new ArrayList<BlockEntry>();
        for (LayerType type : Catalogue.standard().types()) {
            String category = texts.get("palette.category." + type.card().category().name().toLowerCase(Locale.ROOT));
            entries.add(new BlockEntry(type.name(), category, type.card().help(), BlockLook.of(type),
                    new Block.Single(type.defaults())));
        }
        for (Template template : Templates.all()) {
            entries.add(new BlockEntry(template.name(), texts.get("palette.composites"), template.help(),
                    BlockLook.composite(), template.composite()));
        }
        return new BlockSearch(entries);
    }

    /// All entries.
    public List<BlockEntry> entries() {
        return entries;
    }

    /// Those that match, the best first: the whole name, its beginning, the beginning of one of its words, a part of it,
    /// its letters in order, then words of its category and its help.
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

    private static OptionalInt rank(BlockEntry entry, String wanted) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        List<Predicate<String>> rules = List.of(name::equals, name::startsWith,
                w -> beginsWord(entry.name(), w), name::contains, w -> w.length() > 1 && inOrder(name, w),
                w -> beginsWord(entry.category(), w), w -> beginsWord(entry.help(), w));
        return wanted.isEmpty() ? OptionalInt.of(0)
                : IntStream.range(0, rules.size()).filter(i -> rules.get(i).test(wanted)).findFirst();
    }

    /// A word begins behind a blank and where small letters or digits give way to a capital: `Avg` `Pool2d`.
    private static boolean beginsWord(String text, String wanted) {
        for (String word : text.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})")) {
            if (word.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inOrder(String name, String wanted) {
        int at = 0;
        for (int i = 0; i < wanted.length(); i++) {
            at = name.indexOf(wanted.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return name.charAt(0) == wanted.charAt(0);
    }
}
