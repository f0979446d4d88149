package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.blocks.BlockSearch;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The search for a block to add, at a place of the canvas.
public final class QuickSearch {
    private final BlockSearch blocks;
    private final Predicate<Block> fits;
    private final Predicate<Block> joins;
    private final Point at;
    private final Optional<Port> from;
    private Optional<Edge> splice = Optional.empty();
    private boolean alone;
    private String query;
    private List<BlockEntry> found;
    private int chosen;

    /// @param fits what fits there
    /// @param joins what can be joined there; of that, what does not fit is offered to whoever types its name, for then one
    ///        click mends it
    /// @param at where the block will stand, in world units
    /// @param from the port that it will be joined to
    /// @param query what was typed already
    QuickSearch(BlockSearch blocks, Predicate<Block> fits, Predicate<Block> joins, Point at, Optional<Port> from,
            String query) {
        this.blocks = blocks;
        this.fits = fits;
        this.joins = joins;
        this.at = at;
        this.from = from;
        type(query);
    }

    /// The same for a block that is to be put into a wire.
    QuickSearch into(Edge edge) {
        splice = Optional.of(edge);
        return this;
    }

    /// The same, but who types the name of a block that cannot be joined there is offered it too, to stand by itself.
    QuickSearch orAlone() {
        alone = true;
        type(query);
        return this;
    }

    /// The wire that the block will be put into.
    public Optional<Edge> splice() {
        return splice;
    }

    /// Searches for something else.
    public void type(String newQuery) {
        query = newQuery;
        List<BlockEntry> unfit = blocks.named(newQuery, block -> (alone || joins.test(block)) && !fits.test(block));
        found = Stream.of(unfit.stream().filter(entry -> entry.isCalled(newQuery)),
                blocks.find(newQuery, fits).stream(),
                unfit.stream().filter(entry -> !entry.isCalled(newQuery))).flatMap(entries -> entries).toList();
        chosen = 0;
    }

    /// Whether a block fits there as it is, or is to stand by itself.
    public boolean fits(BlockEntry entry) {
        return fits.test(entry.block()) || !joins.test(entry.block());
    }

    /// What is searched for.
    public String query() {
        return query;
    }

    /// The blocks that match, the best first; of those that do not fit only the one of just that name stands before others.
    public List<BlockEntry> found() {
        return found;
    }

    /// The one that Enter takes.
    public Optional<BlockEntry> chosen() {
        return chosen < found.size() ? Optional.of(found.get(chosen)) : Optional.empty();
    }

    /// Its place in the list.
    public int chosenIndex() {
        return chosen;
    }

    /// Chooses another one.
    ///
    /// @param way how many places further down; it stops at the ends
    public void step(int way) {
        chosen = Math.clamp(chosen + way, 0, Math.max(0, found.size() - 1));
    }

    /// Where the block will stand, in world units.
    public Point at() {
        return at;
    }

    /// The port that what is found will be joined to, if it has one to be joined by.
    public Optional<Port> from() {
        return from;
    }

    /// The port that a block will be joined to.
    public Optional<Port> from(BlockEntry entry) {
        return from.filter(_ -> joins.test(entry.block()));
    }
}
