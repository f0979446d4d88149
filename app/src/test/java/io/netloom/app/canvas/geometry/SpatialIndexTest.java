package io.netloom.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Finding boxes by place.
@Domain(Boxes.class)
@Domain(DomainContext.Global.class)
class SpatialIndexTest {

    @Property(tries = 300)
    void itFindsWhatAskingEveryBoxFinds(@ForAll @Size(max = 40) List<Box> boxes,
            @ForAll @Size(max = 40) List<Box> moves,
            @ForAll Box area, @ForAll long seed) {
        var index = new SpatialIndex<Integer>();
        Map<Integer, Box> all = new LinkedHashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            index.put(i, boxes.get(i));
            all.put(i, boxes.get(i));
        }
        var random = new Random(seed);
        for (Box moved : moves) {
            int key = random.nextInt(40);
            if (random.nextInt(4) == 0) {
                index.remove(key);
                all.remove(key);
            } else {
                index.put(key, moved);
                all.put(key, moved);
            }
        }
        assertThat(index.size()).isEqualTo(all.size());
        assertThat(index.touching(area)).containsExactlyElementsOf(
                all.keySet().stream().filter(key -> all.get(key).intersects(area)).toList());
        assertThat(index.inside(area)).containsExactlyInAnyOrderElementsOf(
                all.keySet().stream().filter(key -> area.contains(all.get(key))).toList());
        assertThat(index.at(area.centre())).containsExactlyInAnyOrderElementsOf(
                all.keySet().stream().filter(key -> all.get(key).contains(area.centre())).toList());
    }

    @Example
    void tenThousandBoxesAreFoundAndMovedOneByOne() {
        var index = new SpatialIndex<Integer>();
        IntStream.range(0, 10_000).forEach(i -> index.put(i, new Box(i % 100 * 220, i / 100 * 150, 140, 90)));
        assertThat(index.touching(new Box(0, 0, 1000, 700))).hasSize(25);
        index.put(0, new Box(1e6, 0, 140, 90));
        assertThat(index.touching(new Box(0, 0, 1000, 700))).hasSize(24);
        assertThat(index.at(new Point(1e6 + 1, 1))).containsExactly(0);
    }

    @Example
    void aFrameAroundTheWholeNetworkAndPlacesBeyondAllMeasureAreFoundToo() {
        var index = new SpatialIndex<String>();
        index.put("frame", new Box(-50_000, -50_000, 100_000, 100_000));
        index.put("card", new Box(0, 0, 140, 90));
        index.put("lost", new Box(1e300, -1e300, 140, 90));
        assertThat(index.at(new Point(10, 10))).containsExactly("frame", "card");
        assertThat(index.touching(new Box(1e300, -1e300, 1, 1))).containsExactly("lost");
        assertThat(index.touching(new Box(-1e301, -1e301, 2e301, 2e301))).containsExactly("frame", "card", "lost");
        index.remove("frame");
        assertThat(index.at(new Point(10, 10))).containsExactly("card");
    }
}
