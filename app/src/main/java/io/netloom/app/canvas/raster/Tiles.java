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

    /// Neighbours in one row, which are painted in one go.
    ///
    /// @param first the leftmost
    /// @param count how many
    public record Run(Cell first, int count) {}

    private final double scale;
    private final Map<Cell, int[]> painted = new HashMap<>();
    private final Set<Cell> stale = new HashSet<>();

    /// @param scale pixels for a world unit
    public Tiles(double scale) {
        this.scale = scale;
    }

    /// Pixels for a world unit.
    public double scale() {
        return scale;
    }

    /// What of the world neighbours in a row show.
    public Box world(Run run) {
        double side = SIDE / scale;
        return new Box(run.first.column * side, run.first.row * side, run.count * side, side);
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
        return painted.containsKey(cell) && !stale.contains(cell);
    }

    /// The first neighbours that a box touches and that are to be painted.
    ///
    /// @param most how many at most, 1 or more
    public Optional<Run> wanting(Box world, int most) {
        List<Cell> cells = touching(world).stream().filter(cell -> !isFresh(cell)).toList();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Cell first = cells.getFirst();
        int count = 1;
        while (count < Math.min(most, cells.size())
                && cells.get(count).equals(new Cell(first.column + count, first.row))) {
            count++;
        }
        return Optional.of(new Run(first, count));
    }

    /// Keeps what was painted of neighbours.
    ///
    /// @param pixels of all of them side by side, row by row
    public void keep(Run run, int[] pixels) {
        for (int i = 0; i < run.count; i++) {
            var cell = new Cell(run.first.column + i, run.first.row);
            int[] own = painted.computeIfAbsent(cell, _ -> new int[SIDE * SIDE]);
            for (int y = 0; y < SIDE; y++) {
                System.arraycopy(pixels, y * run.count * SIDE + i * SIDE, own, y * SIDE, SIDE);
            }
            stale.remove(cell);
        }
    }

    /// What a box of the world shows has changed.
    public void spoil(Box world) {
        stale.addAll(touching(world));
        stale.retainAll(painted.keySet());
    }

    /// All has changed.
    public void spoilAll() {
        stale.addAll(painted.keySet());
    }

    /// Forgets the squares that a box does not touch.
    public void forgetOutside(Box world) {
        Set<Cell> near = new HashSet<>(touching(world));
        painted.keySet().retainAll(near);
        stale.retainAll(near);
    }

    /// Number of squares that are painted.
    public int size() {
        return painted.size();
    }
}
