package io.netloom.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Boxes, the view and the minimap.
@Domain(Boxes.class)
@Domain(DomainContext.Global.class)
class BoxAndViewTest {
    private static final double NEAR = 1e-6;

    @Property
    void aUnionHoldsBothAndIsNoLargerThanNeeded(@ForAll Box a, @ForAll Box b) {
        Box union = a.union(b);
        assertThat(union.inflate(NEAR).contains(a)).isTrue();
        assertThat(union.inflate(NEAR).contains(b)).isTrue();
        assertThat(union.width()).isLessThanOrEqualTo(Math.max(a.right(), b.right()) - Math.min(a.x(), b.x()));
        assertThat(a.union(b)).isEqualTo(b.union(a));
    }

    @Property
    void boxesIntersectIfAndOnlyIfTheyHaveAPointInCommon(@ForAll Box a, @ForAll Box b) {
        var innermost = new Point(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()));
        assertThat(a.intersects(b)).isEqualTo(a.contains(innermost) && b.contains(innermost));
        assertThat(a.overlaps(b) && !a.intersects(b)).isFalse();
    }

    @Example
    void boxesThatTouchIntersectButDoNotOverlap() {
        var left = new Box(0, 0, 10, 10);
        assertThat(left.intersects(left.moved(10, 0))).isTrue();
        assertThat(left.overlaps(left.moved(10, 0))).isFalse();
    }

    @Example
    void aBoxThatIsMadeNarrowerEndsAtItsCentre() {
        assertThat(new Box(0, 0, 10, 40).inflate(-8)).isEqualTo(new Box(5, 8, 0, 24));
    }

    @Example
    void aBoxWithANegativeSideIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, -1, 5));
    }

    @Property
    void whatIsDrawnAtAPlaceIsFoundThere(@ForAll Viewport view, @ForAll Point world) {
        assertThat(view.toWorld(view.toScreen(world)).distance(world)).isLessThan(NEAR);
    }

    @Property
    void zoomingKeepsWhatIsUnderThePointerAndStaysWithinItsLimits(@ForAll Viewport view, @ForAll Point pointer,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        Viewport zoomed = view.zoomed(factor, pointer);
        assertThat(zoomed.toWorld(pointer).distance(view.toWorld(pointer))).isLessThan(NEAR);
        assertThat(zoomed.zoom()).isBetween(Viewport.MIN_ZOOM, Viewport.MAX_ZOOM);
    }

    @Property
    void whatFitsIsWhollyVisibleUnlessItIsTooLargeForTheSmallestZoom(@ForAll Viewport view, @ForAll Box content) {
        Viewport fitted = view.fit(content, 10, 1);
        assertThat(fitted.visible().centre().distance(content.centre())).isLessThan(NEAR);
        assertThat(fitted.zoom()).isLessThanOrEqualTo(1);
        assertThat(fitted.visible().inflate(NEAR).contains(content) || fitted.zoom() == Viewport.MIN_ZOOM).isTrue();
    }

    @Property
    void revealingShowsABoxThatHasRoomAndDoesNothingWhereItShowsAlready(@ForAll Viewport view, @ForAll Box box) {
        Viewport revealed = view.revealing(box, 0);
        boolean room = box.width() <= view.visible().width() && box.height() <= view.visible().height();
        assertThat(!room || revealed.visible().inflate(NEAR).contains(box)).isTrue();
        if (view.visible().contains(box)) {
            assertThat(revealed.pan().distance(view.pan())).isLessThan(NEAR);
        }
    }

    @Property
    void theMinimapShowsAllOfTheDrawingAndOfTheView(@ForAll Viewport view, @ForAll Box content) {
        Minimap map = Minimap.of(180, 100, content, view);
        Box picture = new Box(0, 0, 180, 100).inflate(NEAR);
        assertThat(picture.contains(map.toMap(content))).isTrue();
        assertThat(picture.contains(map.rectangle(view))).isTrue();
        assertThat(map.toWorld(map.toMap(content.centre())).distance(content.centre())).isLessThan(NEAR);
    }

    @Property
    void theMinimapsRectangleFollowsThePointer(@ForAll Viewport view, @ForAll Box content,
            @ForAll @DoubleRange(min = -100, max = 100) double dx,
            @ForAll @DoubleRange(min = -100, max = 100) double dy) {
        Minimap map = Minimap.of(180, 100, content, view);
        Box before = map.rectangle(view);
        Box after = map.rectangle(map.dragged(view, new Point(dx, dy)));
        assertThat(after.corner().distance(before.corner().plus(dx, dy))).isLessThan(NEAR);
        var click = new Point(90 + dx, 50 + dy);
        assertThat(map.rectangle(map.centred(view, click)).centre().distance(click)).isLessThan(NEAR);
    }

    @Example
    void theGridIsNearestInBothDirectionsAndCanBeOff() {
        assertThat(new Point(29, -9).onGrid(20)).isEqualTo(new Point(20, 0));
        assertThat(new Point(29, -9).onGrid(0)).isEqualTo(new Point(29, -9));
        assertThat(new Point(31, -11).onGrid(20).distance(new Point(40, -20))).isCloseTo(0, within(NEAR));
    }

    @Example
    void nothingHasNoBoxAround() {
        assertThat(Box.around(List.of())).isEmpty();
    }
}
