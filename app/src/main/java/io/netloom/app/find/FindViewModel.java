package io.netloom.app.find;

import io.netloom.app.blocks.BlockWords;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds blocks of a drawing, and of what stands inside of its composites, by name and by what their kind is called in
/// English and in Chinese.
public final class FindViewModel {
    private final Document document;
    private final List<BlockWords> languages = Stream.of(Language.ENGLISH, Language.CHINESE)
            .map(language -> new BlockWords(Texts.of(language, Locale.ROOT))).toList();
    private String query = "";
    private Optional<Match> current = Optional.empty();

    /// A block.
    ///
    /// @param place the composites that it stands in, from the outside in
    public record Match(List<String> place, String name) {
        public Match {
            place = List.copyOf(place);
        }
    }

    /// @param document what is found in it is selected and shown
    public FindViewModel(Document document) {
        this.document = document;
    }

    /// What is searched for.
    public String query() {
        return query;
    }

    /// Searches, and goes to the first block that matches; one that matches still stays.
    public void search(String wanted) {
        query = wanted;
        List<Match> matches = matches();
        if (current.filter(matches::contains).isEmpty()) {
            current = Optional.empty();
            go(matches, 0);
        }
    }

    /// Goes to another block that matches; behind the last one the first comes again.
    ///
    /// @param step 1 for the next one, -1 for the one before
    public void step(int step) {
        List<Match> matches = matches();
        int at = current.map(matches::indexOf).orElse(-1);
        go(matches, at < 0 ? 0 : Math.floorMod(at + step, Math.max(1, matches.size())));
    }

    /// All that matches, in the order of the drawing.
    public List<Match> matches() {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Match>();
        if (!wanted.isEmpty()) {
            collect(document.project().graph(), List.of(), wanted, found);
        }
        return found;
    }

    /// The place of the block that is shown among all that match, from 1; 0 where there is none.
    public int position() {
        return current.map(matches()::indexOf).orElse(-1) + 1;
    }

    private void go(List<Match> matches, int index) {
        if (index < matches.size()) {
            Match match = matches.get(index);
            current = Optional.of(match);
            document.goTo(match.place(), match.name());
        }
    }

    private void collect(Graph graph, List<String> place, String wanted, List<Match> found) {
        for (Node node : graph.nodes()) {
            if (Stream.concat(Stream.of(node.name()), kind(node.block()))
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted))) {
                found.add(new Match(place, node.name()));
            }
            if (node.block() instanceof Composite(String _, Graph inside)) {
                var inner = new ArrayList<>(place);
                inner.add(node.name());
                collect(inside, inner, wanted, found);
            }
        }
    }

    private Stream<String> kind(Block block) {
        return switch (block) {
            case Block.Single(Layer layer) ->
                languages.stream().map(words -> words.name(Catalogue.standard().find(Schema.of(layer).type())));
            case Composite composite -> Stream.of(composite.title());
        };
    }
}
