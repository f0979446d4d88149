package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.canvas.geometry.Arrange;
import io.netloom.app.canvas.geometry.Axis;
import io.netloom.app.canvas.geometry.Direction;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.document.Selection;
import io.netloom.app.task.Background;
import io.netloom.graph.Activity;
import io.netloom.graph.Composite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// All that can be done on the canvas, with the mouse, with keys, from menus and from the command palette.
public final class CanvasTools {
    private static final double CLOSER = 1.25;

    private final CanvasViewModel model;
    private final Wiring wiring;
    private final WritingTool writing;
    private final Adding adding;
    private final Removing removing;
    private final Switching switching;
    private final Selecting selecting;
    private final Arranging arranging;
    private final Clipping clipping;
    private final Joining joining;
    private final PointerTool pointer;
    private final KeyCommands keys;
    private Runnable toInspector = () -> {};

    /// @param background lays out beside the window's thread
    public CanvasTools(CanvasViewModel model, Background background, ClipText clipboard) {
        this.model = model;
        this.wiring = new Wiring(model);
        this.writing = new WritingTool(model);
        this.adding = new Adding(model, wiring, writing);
        this.removing = new Removing(model);
        this.switching = new Switching(model);
        this.selecting = new Selecting(model);
        this.arranging = new Arranging(model, background, writing);
        this.clipping = new Clipping(model, clipboard);
        this.joining = new Joining(model, wiring);
        this.pointer = new PointerTool(this, model);
        this.keys = new KeyCommands(model, selecting, arranging, this::inspect, this::escape);
    }

    /// What Enter and a double click on a block do: they go to its settings.
    public void onInspect(Runnable action) {
        toInspector = action;
        pointer.onInspect(action);
    }

    /// The mouse.
    public PointerTool pointer() {
        return pointer;
    }

    /// Wires drawn with keys.
    public Joining joining() {
        return joining;
    }

    /// Names and notes.
    public WritingTool writing() {
        return writing;
    }

    Wiring wiring() {
        return wiring;
    }

    Adding adding() {
        return adding;
    }

    Arranging arranging() {
        return arranging;
    }

    /// Somebody types on the canvas: the search opens.
    public void type(String typed) {
        adding.searchFor(typed);
    }

    /// Takes what the open search has chosen.
    public void accept() {
        model.search().ifPresent(search -> search.chosen().ifPresent(entry -> adding.take(search, entry)));
    }

    /// Takes one of the entries that the open search has found.
    public void accept(BlockEntry entry) {
        model.search().ifPresent(search -> adding.take(search, entry));
    }

    /// A block from elsewhere was dropped.
    public void drop(BlockEntry entry, Point screen) {
        adding.drop(entry, model.viewport().toWorld(screen));
    }

    /// Puts down what is on the clipboard around a place.
    void pasteAt(Point world) {
        clipping.pasteAt(world);
    }

    /// Goes along the wires.
    public void walk(Direction direction) {
        selecting.walk(direction);
    }

    /// Escape: gives up what is under way, or else closes the callout, or selects nothing.
    public void escape() {
        if (joining.busy()) {
            joining.cancel();
        } else if (!pointer.cancel() && !model.callouts().dismiss()) {
            selecting.none();
        }
    }

    /// The commands for menus, the command palette and the sheet of shortcuts.
    public List<Command> commands() {
        BooleanSupplier any = this::anySelected;
        BooleanSupplier blocks = () -> !selection().nodes().isEmpty();
        BooleanSupplier two = () -> selection().nodes().size() > 1;
        BooleanSupplier three = () -> selection().nodes().size() > 2;
        var commands = new ArrayList<>(keys.commands());
        commands.addAll(List.of(
                edit("cut", 2, this::cut).on("Shortcut+X").when(any),
                edit("copy", 2, clipping::copy).on("Shortcut+C").when(any),
                edit("paste", 2, clipping::paste).on("Shortcut+V"),
                edit("paste-with-wires", 2, clipping::pasteWithWires).on("Shortcut+Shift+V"),
                edit("duplicate", 2, clipping::duplicate).on("Shortcut+D").when(any),
                edit("remove", 3, removing::remove).on("Delete").when(any),
                edit("remove-and-join", 3, removing::removeAndJoin).on("Shortcut+Delete").when(any),
                edit("bypass", 3, switching::bypass).on("Shortcut+B").when(blocks)
                        .chosenIf(() -> switching.all(Activity.BYPASSED)),
                edit("mute", 3, switching::mute).on("Shortcut+M").when(blocks)
                        .chosenIf(() -> switching.all(Activity.MUTED)),
                edit("add", 4, () -> adding.searchFor("")).on("Insert"),
                edit("note", 4, adding::note).on("Shortcut+Alt+M"),
                edit("rename", 4, writing::begin).on("F2").when(writing::possible),
                edit("select-all", 5, selecting::all).on("Shortcut+A"),
                edit("invert", 5, selecting::invert).on("Shortcut+I"),
                edit("upstream", 5, selecting::upstream).on("Shortcut+Shift+Left").when(blocks),
                edit("downstream", 5, selecting::downstream).on("Shortcut+Shift+Right").when(blocks),
                view("zoom-in", 1, () -> zoom(CLOSER)).on("Shortcut+Equals"),
                view("zoom-out", 1, () -> zoom(1 / CLOSER)).on("Shortcut+Minus"),
                view("zoom-actual", 1, () -> zoom(1 / model.viewport().zoom())).on("Shortcut+0"),
                view("show-all", 1, model::showAll).on("Home"),
                view("show-selection", 1, model::showSelection).on("Period"),
                view("look-into", 2, this::lookInto).on("Shortcut+Down").when(this::compositeSelected),
                view("look-out", 2, this::lookOut).on("Shortcut+Backspace")
                        .when(() -> !model.document().place().isEmpty()),
                arrange("lay-out", 1, arranging::layOut).on("Shortcut+L"),
                arrange("join", 1, joining::begin).on("Shortcut+J").when(blocks),
                arrange("frame", 1, arranging::frame).on("Shortcut+G").when(blocks),
                arrange("align-left", 2, () -> arranging.align(Arrange.Side.LEFT)).when(two),
                arrange("align-centre", 2, () -> arranging.align(Arrange.Side.CENTRE)).when(two),
                arrange("align-right", 2, () -> arranging.align(Arrange.Side.RIGHT)).when(two),
                arrange("align-top", 3, () -> arranging.align(Arrange.Side.TOP)).when(two),
                arrange("align-middle", 3, () -> arranging.align(Arrange.Side.MIDDLE)).when(two),
                arrange("align-bottom", 3, () -> arranging.align(Arrange.Side.BOTTOM)).when(two),
                arrange("distribute-across", 4, () -> arranging.distribute(Axis.X)).when(three),
                arrange("distribute-down", 4, () -> arranging.distribute(Axis.Y)).when(three)));
        return commands;
    }

    /// The settings of what is selected.
    private void inspect() {
        toInspector.run();
    }

    private static Command edit(String what, int group, Runnable action) {
        return Command.of("canvas." + what, Menu.EDIT, group, action);
    }

    private static Command view(String what, int group, Runnable action) {
        return Command.of("canvas." + what, Menu.VIEW, group, action);
    }

    private static Command arrange(String what, int group, Runnable action) {
        return Command.of("canvas." + what, Menu.ARRANGE, group, action);
    }

    private Selection selection() {
        return model.document().selection();
    }

    private boolean anySelected() {
        return !selection().isEmpty();
    }

    private void cut() {
        if (clipping.copy()) {
            removing.remove();
        }
    }

    private void zoom(double factor) {
        Viewport view = model.viewport();
        model.view(view.zoomed(factor, new Point(view.width() / 2, view.height() / 2)));
    }

    private boolean compositeSelected() {
        return selection().nodes().size() == 1 && model.document().drawing()
                .node(selection().nodes().iterator().next()).block() instanceof Composite;
    }

    private void lookInto() {
        model.enter(selection().nodes().iterator().next());
    }

    private void lookOut() {
        model.leaveTo(model.document().place().size() - 1);
    }
}
