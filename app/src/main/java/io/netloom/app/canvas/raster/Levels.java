package io.netloom.app.canvas.raster;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.raster.Tiles.Cell;
import io.netloom.app.canvas.raster.Tiles.Patch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A drawing painted at several scales, as maps are: the one at which it is looked at, the one before, and the whole in
/// little. While one zooms, what there is already is stretched; when the zoom rests, it is painted sharp.
public final class Levels {
    /// How far a scale may be stretched before another one is painted while one zooms.
    private static final double STRETCH = 1.6;
    /// The longer side of the whole in little, in pixels, is at most this.
    private static final double LITTLE = 1536;
    /// As many times the squares that show are kept.
    private static final int MOST = 4;

    private Tiles now = new Tiles(1);
    private Tiles before = now;
    private Tiles little = new Tiles(1);
    private Box content = new Box(0, 0, 0, 0);
    private int turns;

    /// What is to be painted next.
    ///
    /// @param tiles where it is to be kept
    /// @param patch which part
    public record Wish(Tiles tiles, Patch patch) {}

    /// What lies in the drawing: the whole in little shows that much.
    public void content(Box newContent) {
        content = newContent;
        double longest = Math.max(1, Math.max(content.width(), content.height()));
        double scale = Math.min(1, Math.pow(2, Math.floor(Math.log(LITTLE / longest) / Math.log(2))));
        if (scale != little.scale()) {
            little = new Tiles(scale);
        }
    }

    /// The zoom changes, and may go on changing.
    ///
    /// @param scale pixels for a world unit
    /// @param visible what of the world shows
    public void pass(double scale, Box visible) {
        double stretch = scale / now.scale();
        if (stretch > STRETCH || stretch < 1 / STRETCH) {
            turnTo(scale, visible);
        }
    }

    /// The zoom rests.
    public void rest(double scale, Box visible) {
        if (scale != now.scale()) {
            turnTo(scale, visible);
        }
    }

    private void turnTo(double scale, Box visible) {
        Tiles next = before.scale() == scale ? before : new Tiles(scale);
        if (now.covers(visible) || !before.covers(visible)) {
            before = now;
        }
        now = next;
        turns++;
    }

    /// How often another scale was turned to: then other squares show than before, though none was painted.
    public int turns() {
        return turns;
    }

    /// What is to be painted before anything else: what shows.
    ///
    /// @param most squares at most
    public Optional<Wish> wanting(Box visible, int most) {
        return wish(now, visible, most);
    }

    /// What may be painted while there is time: what is near, and the whole in little.
    ///
    /// @param around more than what shows
    /// @param most squares at most
    public Optional<Wish> wantingLater(Box around, int most) {
        return wish(now, around, most).or(() -> wish(little, content, most));
    }

    private static Optional<Wish> wish(Tiles tiles, Box box, int most) {
        return tiles.wanting(box, most).map(patch -> new Wish(tiles, patch));
    }

    /// Whether there is anything to show of a part of the world.
    public boolean covers(Box visible) {
        return now.covers(visible) || before.covers(visible) || little.covers(content);
    }

    /// Whether a part of the world shows as sharp as it can, and as it is.
    public boolean isSharp(double scale, Box visible) {
        return now.scale() == scale && now.isFresh(visible);
    }

    /// What a box of the world shows has changed.
    public void spoil(Box world) {
        List.of(now, before, little).forEach(tiles -> tiles.spoil(world));
    }

    /// All looks different.
    public void spoilAll() {
        List.of(now, before, little).forEach(Tiles::spoilAll);
    }

    /// Another drawing is looked at.
    public void clear() {
        now = new Tiles(now.scale());
        before = now;
        little = new Tiles(little.scale());
    }

    /// Forgets what is far from what shows, if there is much.
    public void tidy(Box visible) {
        Box near = visible.inflate(Math.max(visible.width(), visible.height()) / 2);
        Stream.of(now, before).filter(tiles -> tiles.size() > MOST * tiles.touching(visible).size())
                .forEach(tiles -> tiles.forgetOutside(near));
    }

    /// Puts together what shows.
    ///
    /// @param ground colour where nothing was painted yet
    /// @param scale pixels for a world unit
    /// @param x where the world's origin stands in the frame
    /// @param y where the world's origin stands in the frame
    /// @param visible what of the world shows
    public void show(Frame frame, int ground, double scale, int x, int y, Box visible) {
        boolean covered = now.covers(visible);
        if (!covered && !before.covers(visible)) {
            frame.fill(ground);
            show(little, List.of(now, before), frame, scale, x, y, visible);
        }
        if (!covered && before != now) {
            show(before, List.of(now), frame, scale, x, y, visible);
        }
        show(now, List.of(), frame, scale, x, y, visible);
    }

    /// @param above what is laid over it: squares that are wholly under it are left out
    private static void show(Tiles tiles, List<Tiles> above, Frame frame, double scale, int x, int y, Box visible) {
        double factor = scale / tiles.scale();
        double side = Tiles.SIDE * factor;
        List<Cell> cells = tiles.touching(visible).stream().filter(cell -> above.stream()
                .noneMatch(over -> over.covers(tiles.world(cell).intersection(visible)))).toList();
        if (factor == 1) {
            cells.forEach(cell -> tiles.pixels(cell).ifPresent(pixels -> frame.copy(pixels,
                    cell.column() * Tiles.SIDE + x, cell.row() * Tiles.SIDE + y)));
        } else {
            cells.parallelStream().forEach(cell -> tiles.pixels(cell).ifPresent(
                    pixels -> frame.stretch(pixels, cell.column() * side + x, cell.row() * side + y, factor)));
        }
    }
}
