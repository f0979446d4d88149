package io.netloom.app.canvas.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// Boxes by the squares of a grid that they touch, so that finding those near a place does not ask all of them. For one
/// thread.
///
/// @param <K> what the boxes belong to: a block's name, a wire
public final class SpatialIndex<K> {
    private static final double CELL = 256;
    /// A box over more squares than this (a frame around a whole network) is kept aside and always asked.
    private static final long MOST_CELLS = 64;

    /// Spreads the squares' numbers, for neighbours would fall together in a table. Odd, so that none become the same.
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    /// Moved far more often than made, and asked for by itself: a record would be hashed with all that is in it.
    private static final class Entry<K> {
        private final K key;
        private final long order;
        private Box box;

        private Entry(K key, long order, Box box) {
            this.key = key;
            this.order = order;
            this.box = box;
        }

        private K key() {
            return key;
        }

        private Box box() {
            return box;
        }

        private long order() {
            return order;
        }
    }

    private final Map<K, Entry<K>> entries = new HashMap<>();
    private final Map<Long, Set<Entry<K>>> cells = new HashMap<>();
    private final Set<Entry<K>> large = new HashSet<>();
    private long puts;

    /// Sets or moves an entry. One that is moved keeps its place in the order.
    public void put(K key, Box box) {
        Entry<K> entry = entries.get(key);
        if (entry == null) {
            entry = new Entry<>(key, puts++, box);
            entries.put(key, entry);
        } else if (sameCells(entry.box, box)) {
            entry.box = box;
            return;
        } else {
            takeOut(entry);
            entry.box = box;
        }
        if (cellCount(box) > MOST_CELLS) {
            large.add(entry);
        } else {
            Entry<K> now = entry;
            eachCell(box, cell -> cells.computeIfAbsent(cell, _ -> new HashSet<>()).add(now));
        }
    }

    /// Takes an entry away, if it is there.
    public void remove(K key) {
        Optional.ofNullable(entries.remove(key)).ifPresent(this::takeOut);
    }

    private void takeOut(Entry<K> entry) {
        if (large.remove(entry)) {
            return;
        }
        eachCell(entry.box, cell -> {
            Set<Entry<K>> inCell = cells.get(cell);
            inCell.remove(entry);
            if (inCell.isEmpty()) {
                cells.remove(cell);
            }
        });
    }

    /// The box of an entry.
    public Optional<Box> box(K key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::box);
    }

    /// Number of entries.
    public int size() {
        return entries.size();
    }

    /// All entries that touch a box, in the order in which they were first put.
    public List<K> touching(Box area) {
        return found(area).stream().map(Entry::key).toList();
    }

    /// The boxes of all entries that touch a box, in the same order.
    public List<Box> boxes(Box area) {
        return found(area).stream().map(Entry::box).toList();
    }

    /// All entries that lie wholly in a box: what a marquee selects.
    public List<K> inside(Box area) {
        return found(area).stream().filter(entry -> area.contains(entry.box)).map(Entry::key).toList();
    }

    /// All entries at a point, in the order in which they were first put: the last one is drawn uppermost.
    public List<K> at(Point point) {
        return touching(new Box(point.x(), point.y(), 0, 0));
    }

    private List<Entry<K>> found(Box area) {
        Set<Entry<K>> found = new HashSet<>();
        if (cellCount(area) > cells.size()) {
            collect(entries.values(), area, found);
        } else {
            collect(large, area, found);
            eachCell(area, cell -> collect(cells.getOrDefault(cell, Set.of()), area, found));
        }
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingLong(Entry::order));
        return sorted;
    }

    private static <K> void collect(Collection<Entry<K>> from, Box area, Set<Entry<K>> found) {
        for (Entry<K> entry : from) {
            if (entry.box.intersects(area)) {
                found.add(entry);
            }
        }
    }

    private static long cellCount(Box box) {
        return (cell(box.right()) - cell(box.x()) + 1L) * (cell(box.bottom()) - cell(box.y()) + 1L);
    }

    private static boolean sameCells(Box one, Box other) {
        return cell(one.x()) == cell(other.x()) && cell(one.y()) == cell(other.y())
                && cell(one.right()) == cell(other.right()) && cell(one.bottom()) == cell(other.bottom());
    }

    private static void eachCell(Box box, LongConsumer action) {
        for (long column = cell(box.x()); column <= cell(box.right()); column++) {
            for (long row = cell(box.y()); row <= cell(box.bottom()); row++) {
                action.accept((column << 32 | row & 0xffff_ffffL) * SPREAD);
            }
        }
    }

    /// Held within half the range of an int, which keeps counts of cells within a long.
    private static long cell(double coordinate) {
        return Math.clamp((long) Math.floor(coordinate / CELL), Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
    }
}
