package io.netloom.app.canvas.raster;

import io.netloom.app.canvas.geometry.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was painted of a drawing at one scale, in squares. A square whose content has changed since is stale: it still
/// shows, until it is painted anew.
public final class Tiles {
    /// Side of a square in pixels.
    public static final int SIDE = 256;
    /// A square is no farther than this from the origin, so that its pixels can be counted by an int.
    private static final int FARTHEST = 1 << 22;

    /// A square, by column and row; the one at 0, 0 has its upper left corner at the origin of the world.
    public record Cell(int column, int row) {}

    /// What is painted in one go: neighbours in one row, or a part of one square.
    ///
    /// @param first the leftmost square
    /// @param x where it begins, in pixels from that square's left edge
    /// @param y where it begins, in pixels from its upper edge
    /// @param width in pixels
    /// @param height in pixels
    public record Patch(Cell first, int x, int y, int width, int height) {

        /// All of some neighbours.
        static Patch whole(Cell first, int count) {
            return new Patch(first, 0, 0, count * SIDE, SIDE);
        }
    }

    private final double scale;
    private final Map<Cell, int[]> painted = new HashMap<>();
    private final Map<Cell, Box> stale = new HashMap<>();

    /// @param scale pixels for a world unit
    public Tiles(double scale) {
        this.scale = scale;
    }

    /// Pixels for a world unit.
    public double scale() {
        return scale;
    }

    /// What of the world a patch shows.
    public Box world(Patch patch) {
        return new Box(((double) patch.first.column * SIDE + patch.x) / scale,
                ((double) patch.first.row * SIDE + patch.y) / scale, patch.width / scale, patch.height / scale);
    }

    /// What of the world a square shows.
    Box world(Cell cell) {
        return world(Patch.whole(cell, 1));
    }

    /// The squares that a box of the world touches, row by row.
    public List<Cell> touching(Box world) {
        var cells = new ArrayList<Cell>();
        int right = cell(world.right());
        int bottom = cell(world.bottom());
        for (int row = cell(world.y()); row <= bottom; row++) {
            for (int column = cell(world.x()); column <= right; column++) {
                cells.add(new Cell(column, row));
            }
        }
        return cells;
    }

    private int cell(double coordinate) {
        return Math.clamp((long) Math.floor(coordinate * scale / SIDE), -FARTHEST, FARTHEST);
    }

    /// The pixels of a square, premultiplied ARGB row by row; nothing if it was not painted.
    public Optional<int[]> pixels(Cell cell) {
        return Optional.ofNullable(painted.get(cell));
    }

    /// Whether all squares that a box touches are painted, be they stale.
    public boolean covers(Box world) {
        return painted.keySet().containsAll(touching(world));
    }

    /// Whether all squares that a box touches are painted as they should be.
    public boolean isFresh(Box world) {
        return touching(world).stream().allMatch(this::isFresh);
    }

    private boolean isFresh(Cell cell) {
        return painted.containsKey(cell) && !stale.containsKey(cell);
    }

    /// What is to be painted first of what a box touches: neighbours that were never painted, or the spoilt part of a square.
    ///
    /// @param most how many squares at most, 1 or more
    public Optional<Patch> wanting(Box world, int most) {
        List<Cell> cells = touching(world).stream().filter(cell -> !isFresh(cell)).toList();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Cell first = cells.getFirst();
        if (stale.containsKey(first)) {
            return Optional.of(spoilt(first));
        }
        int count = 1;
        while (count < Math.min(most, cells.size()) && !painted.containsKey(cells.get(count))
                && cells.get(count).equals(new Cell(first.column + count, first.row))) {
            count++;
        }
        return Optional.of(Patch.whole(first, count));
    }

    private Patch spoilt(Cell cell) {
        Box spoilt = stale.get(cell);
        int x = within(Math.floor(spoilt.x() * scale) - (double) cell.column * SIDE, SIDE - 1);
        int y = within(Math.floor(spoilt.y() * scale) - (double) cell.row * SIDE, SIDE - 1);
        int right = within(Math.ceil(spoilt.right() * scale) - (double) cell.column * SIDE, SIDE);
        int bottom = within(Math.ceil(spoilt.bottom() * scale) - (double) cell.row * SIDE, SIDE);
        return new Patch(cell, x, y, Math.max(1, right - x), Math.max(1, bottom - y));
    }

    private static int within(double pixel, int most) {
        return (int) Math.clamp(pixel, 0, most);
    }

    /// Keeps what was painted.
    ///
    /// @param pixels of the patch, row by row
    public void keep(Patch patch, int[] pixels) {
        for (int left = 0; left < patch.x + patch.width; left += SIDE) {
            var cell = new Cell(patch.first.column + left / SIDE, patch.first.row);
            int[] own = painted.computeIfAbsent(cell, _ -> new int[SIDE * SIDE]);
            int from = Math.max(left, patch.x);
            int count = Math.min(left + SIDE, patch.x + patch.width) - from;
            for (int row = 0; row < patch.height; row++) {
                System.arraycopy(pixels, row * patch.width + from - patch.x, own,
                        (patch.y + row) * SIDE + from - left, count);
            }
            stale.remove(cell);
        }
    }

    /// What a box of the world shows has changed.
    public void spoil(Box world) {
        for (Cell cell : touching(world)) {
            if (painted.containsKey(cell)) {
                Box part = world(cell).intersection(world);
                stale.merge(cell, part, Box::union);
            }
        }
    }

    /// All has changed.
    public void spoilAll() {
        painted.keySet().forEach(cell -> stale.put(cell, world(cell)));
    }

    /// Forgets the squares that a box does not touch.
    public void forgetOutside(Box world) {
        Set<Cell> near = new HashSet<>(touching(world));
        painted.keySet().retainAll(near);
        stale.keySet().retainAll(near);
    }

    /// Number of squares that are painted.
    public int size() {
        return painted.size();
    }
}
