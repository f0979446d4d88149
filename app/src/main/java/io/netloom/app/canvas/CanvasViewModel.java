package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockSearch;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.text.Texts;
import io.netloom.check.Fit;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Remark;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the canvas shows and knows: the picture of the drawing, which part of it shows, and what is under way. It belongs to
/// one document and to the window's thread.
public final class CanvasViewModel {
    private static final double MARGIN = 60;
    private static final double CLOSEST = 1;

    private final Document document;
    private final Texts texts;
    private final Picture picture;
    private final HitTest hits;
    private final Supplier<BlockSearch> blocks;
    private final List<CanvasListener> listeners = new ArrayList<>();
    private final Runnable end;
    private final Map<List<String>, Viewport> views = new HashMap<>();
    private List<String> place = List.of();
    private Viewport viewport = Viewport.of(0, 0);
    /// Whether everything shows and nothing has been touched since.
    private boolean showsAll;
    private Overlay overlay = new Overlay.Nothing();
    private Optional<QuickSearch> search = Optional.empty();
    private Optional<Glide> glide = Optional.empty();
    private Set<String> lifted = Set.of();
    private Optional<Point> pointer = Optional.empty();
    private final Callouts callouts;
    private Consumer<String> failed = _ -> {};

    /// @param widths measures texts
    /// @param blocks gives the kinds of blocks that can be added
    public CanvasViewModel(Document document, Texts texts, TextWidths widths, Supplier<BlockSearch> blocks) {
        this.document = document;
        this.texts = texts;
        this.picture = new Picture(texts, widths);
        this.hits = new HitTest(picture);
        this.blocks = blocks;
        this.callouts = new Callouts(this);
        this.end = document.listen(this::changed);
        place = document.place();
        picture.update(document.drawing(), document.check(), place);
    }

    /// Ends listening to the document.
    public void close() {
        end.run();
    }

    /// Tells `listener` from now on.
    public void listen(CanvasListener listener) {
        listeners.add(listener);
    }

    /// Is told why something could not be done.
    public void onFailure(Consumer<String> message) {
        failed = message;
    }

    /// The document that is drawn.
    public Document document() {
        return document;
    }

    /// The window's words.
    public Texts texts() {
        return texts;
    }

    /// Cards and wires.
    public Picture picture() {
        return picture;
    }

    /// The kinds of blocks that can be added.
    public BlockSearch blocks() {
        return blocks.get();
    }

    /// Which part of the drawing shows.
    public Viewport viewport() {
        return viewport;
    }

    /// What a gesture shows.
    public Overlay overlay() {
        return overlay;
    }

    /// The search that is open.
    public Optional<QuickSearch> search() {
        return search;
    }

    /// What is wrong, beside where it is.
    public Callouts callouts() {
        return callouts;
    }

    /// What lies under a place of the screen.
    public Target target(Point screen) {
        return hits.at(viewport.toWorld(screen), viewport.zoom());
    }

    /// Where a port is, in world units.
    public Point place(Port port) {
        return hits.place(port);
    }

    /// Where a port is on the canvas, in pixels.
    public Point onScreenOf(Port port) {
        return viewport.toScreen(place(port));
    }

    HitTest hits() {
        return hits;
    }

    /// Says which wires would fit.
    Fit fit() {
        return new Fit(document.drawing(), document.check(), document.place());
    }

    /// Edits the drawing; what cannot be done is said.
    void apply(GraphEdit edit) {
        try {
            document.apply(edit);
        } catch (BadInput e) {
            failed.accept(texts.say(e));
        }
    }

    /// Several edits as one step.
    ///
    /// @param key of the step's name
    void apply(String key, List<GraphEdit> edits) {
        if (!edits.isEmpty()) {
            apply(new GraphEdit.Several(texts.get(key), edits));
        }
    }

    void fail(String message) {
        failed.accept(message);
    }

    /// Shows something else above the drawing.
    void show(Overlay newOverlay) {
        if (!newOverlay.equals(overlay)) {
            overlay = newOverlay;
            listeners.forEach(CanvasListener::marked);
        }
    }

    /// The cards that are shown elsewhere than where their blocks are.
    Set<String> lifted() {
        return lifted;
    }

    /// Shows cards elsewhere while they are dragged.
    void lift(Map<String, Point> corners) {
        if (!lifted.equals(corners.keySet())) {
            lifted = Set.copyOf(corners.keySet());
        }
        Picture.Diff diff = picture.lift(corners);
        listeners.forEach(l -> l.drawn(diff));
    }

    /// Shows all cards where their blocks are.
    void settle() {
        lifted = Set.of();
        Picture.Diff diff = picture.update(document.drawing(), document.check(), place);
        listeners.forEach(l -> l.drawn(diff));
    }

    /// Where the pointer was last seen, in world units; the middle of the view where it was not.
    Point pointer() {
        return pointer.filter(p -> new Box(0, 0, viewport.width(), viewport.height()).contains(p))
                .map(viewport::toWorld).orElse(viewport.visible().centre());
    }

    /// Notes where the pointer is, on the screen.
    public void pointerAt(Point screen) {
        pointer = Optional.of(screen);
    }

    void open(QuickSearch newSearch) {
        search = Optional.of(newSearch);
        listeners.forEach(CanvasListener::asked);
    }

    /// Closes the search, and does nothing else.
    public void closeSearch() {
        if (search.isPresent()) {
            search = Optional.empty();
            listeners.forEach(CanvasListener::asked);
        }
    }

    void asked() {
        listeners.forEach(CanvasListener::asked);
    }

    void write(Writing what) {
        listeners.forEach(l -> l.writing(what));
    }

    /// Shows another part of the drawing.
    public void view(Viewport newView) {
        if (!newView.equals(viewport)) {
            boolean first = viewport.width() == 0;
            viewport = newView;
            showsAll = false;
            if (first) {
                showAll();
            }
            listeners.forEach(CanvasListener::viewed);
        }
    }

    /// The canvas is of another size. As long as nobody has touched a drawing that was shown as a whole, it stays so.
    void resize(double width, double height) {
        boolean all = showsAll;
        view(viewport.resized(width, height));
        if (all) {
            showAll();
        }
    }

    /// Shows everything.
    public void showAll() {
        bounds().ifPresent(this::fit);
        showsAll = true;
    }

    /// Shows all that is selected; everything where nothing is.
    public void showSelection() {
        Selection selection = document.selection();
        List<Remark> remarks = document.drawing().remarks().stream().filter(r -> selection.remarks().contains(r.id()))
                .toList();
        bounds(selection.nodes(), remarks).ifPresentOrElse(this::fit, this::showAll);
    }

    private void fit(Box box) {
        view(viewport.fit(box, MARGIN, CLOSEST));
    }

    /// Brings a block into view, if it is not.
    public void reveal(String name) {
        picture.card(name).ifPresent(card -> view(viewport.revealing(box(card), MARGIN / 2)));
    }

    /// The smallest box around everything, where it is once nothing glides any more.
    Optional<Box> bounds() {
        var boxes = new ArrayList<Box>();
        picture.cards().forEach(card -> boxes.add(box(card)));
        document.drawing().remarks().forEach(r -> boxes.add(box(r)));
        return Box.around(boxes);
    }

    /// The smallest box around blocks and remarks.
    Optional<Box> bounds(Iterable<String> names, Collection<Remark> remarks) {
        var boxes = new ArrayList<Box>();
        names.forEach(name -> picture.card(name).ifPresent(card -> boxes.add(box(card))));
        remarks.forEach(r -> boxes.add(box(r)));
        return Box.around(boxes);
    }

    private static Box box(CardFace card) {
        return card.box().at(new Point(card.node().x(), card.node().y()));
    }

    private static Box box(Remark remark) {
        return new Box(remark.x(), remark.y(), remark.width(), remark.height());
    }

    /// Looks into a composite.
    public void enter(String name) {
        var inner = Stream.concat(document.place().stream(), Stream.of(name)).toList();
        document.lookAt(inner);
    }

    /// Looks out of a composite, which is selected then.
    ///
    /// @param depth how many composites stay looked into
    public void leaveTo(int depth) {
        List<String> old = document.place();
        if (depth < old.size()) {
            document.lookAt(old.subList(0, depth));
            document.select(Selection.of(old.get(depth)));
        }
    }

    /// Cards glide from here to where their blocks are.
    void glideFrom(Map<String, Point> corners) {
        glide = Optional.of(new Glide(corners));
        listeners.forEach(CanvasListener::gliding);
    }

    /// Shows cards on their way.
    ///
    /// @param share from 0, at the old places, to 1, at the new ones
    /// @return whether there is anything left to show
    public boolean glide(double share) {
        glide.ifPresent(g -> {
            if (share < 1) {
                lift(g.at(share, document.drawing()));
            } else {
                glide = Optional.empty();
                settle();
            }
        });
        return glide.isPresent();
    }

    private void changed(Change change) {
        switch (change) {
            case PROJECT -> {
                showsAll = false;
                if (document.place().equals(place)) {
                    settle();
                }
                listeners.forEach(CanvasListener::asked);
            }
            case SELECTION -> {
                listeners.forEach(CanvasListener::selected);
                listeners.forEach(CanvasListener::asked);
            }
            case PLACE -> replace();
            case REVEAL -> document.selection().nodes().forEach(this::reveal);
            case FILE -> {
                // The canvas does not show it.
            }
        }
    }

    private void replace() {
        views.put(place, viewport);
        place = document.place();
        glide = Optional.empty();
        search = Optional.empty();
        show(new Overlay.Nothing());
        lifted = Set.of();
        picture.clear();
        picture.update(document.drawing(), document.check(), place);
        listeners.forEach(CanvasListener::replaced);
        Viewport known = views.get(place);
        if (known == null) {
            showAll();
        } else {
            view(known.resized(viewport.width(), viewport.height()));
        }
        listeners.forEach(CanvasListener::asked);
    }

    /// Ports of all cards of the side that a wire from `port` could lead to.
    Set<Port> opposite(Port port) {
        return picture.cards().stream().flatMap(HitTest::ports).filter(p -> p.side() != port.side())
                .collect(Collectors.toSet());
    }
}
