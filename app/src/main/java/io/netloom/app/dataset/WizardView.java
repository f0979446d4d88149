package io.netloom.app.dataset;

import io.netloom.app.dataset.WizardViewModel.Page;
import io.netloom.app.dataset.Work.Progress;
import io.netloom.app.look.Fields;
import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/// The wizard: a page over the window, with two steps.
public final class WizardView {
    private static final String ENDINGS = "*.csv *.tsv *.jsonl *.ndjson *.parquet *.csv.gz *.tsv.gz *.jsonl.gz *.txt *.text *.md";

    private final WizardViewModel model;
    private final Texts texts;
    private final Runnable close;
    private final StackPane root = new StackPane();
    private final StackPane middle = new StackPane();
    private final VBox panel;
    private final Label name = new Label();
    private final Label writing;
    private final Label first;
    private final Label second;
    private final Label reason = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private final Button other;
    private final Button back;
    private final Button next;
    private final Button finish;
    /// What is done at once is not spoken of.
    private final PauseTransition moment = new PauseTransition(Duration.seconds(1));
    private Optional<Object> shown = Optional.empty();
    private Optional<DataPage> dataPage = Optional.empty();
    /// What is behind it gets no keys, and what is made anew loses them.
    private final ChangeListener<Node> keepFocus = (_, _, owner) -> keepFocus(owner);

    /// @param close takes it out of the window
    public WizardView(WizardViewModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        writing = step("dataset.step-writing");
        first = step("dataset.step-data");
        second = step("dataset.step-network");
        stop = button("wizard-stop", "dataset.stop", model::stop);
        other = button("wizard-other", "dataset.start.other", model::startOver);
        back = button("wizard-back", "dataset.back", model::back);
        next = button("wizard-next", "dataset.next", model::next);
        next.getStyleClass().add("accent");
        finish = button("wizard-finish", model.join().isPresent() ? "dataset.finish-join" : "dataset.finish",
                this::finish);
        finish.getStyleClass().add("accent");
        reason.setId("wizard-reason");
        reason.setWrapText(true);
        reason.getStyleClass().add("wizard-reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        bar.setId("wizard-progress");
        moment.setOnFinished(_ -> showProgress(model.work().isBusy() && model.page() != Page.START));
        VBox.setVgrow(middle, Priority.ALWAYS);
        panel = new VBox(head(), middle, foot());
        panel.getStyleClass().addAll("overlay-panel", "wizard");
        panel.setId("wizard");
        root.getChildren().add(panel);
        root.getStyleClass().addAll("overlay", "wizard-shade");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
            }
            // What is behind it is not to hear of keys; those that lead from field to field go on.
            if (!event.getCode().isNavigationKey() && event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
        root.sceneProperty().addListener((_, old, now) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(keepFocus);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(keepFocus);
            }
        });
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.setOnDragDropped(this::dropped);
        model.onChange(this::refresh);
        refresh();
    }

    /// What to put over the window.
    public Region root() {
        return root;
    }

    /// Lets the user go on with the keyboard.
    public void focus() {
        middle.lookupAll(".button").stream().findFirst().ifPresentOrElse(Node::requestFocus, root::requestFocus);
    }

    private void keepFocus(Node owner) {
        Node at = owner;
        while (at != null && at != root) {
            at = at.getParent();
        }
        if (at == null) {
            root.requestFocus();
        }
    }

    private HBox head() {
        var title = new Label(model.join().map(document -> texts.get("dataset.title-join", document.name()))
                .orElseGet(() -> texts.get("dataset.title")));
        title.getStyleClass().add("panel-title");
        name.getStyleClass().add("text-muted");
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, name, space, writing, first, second,
                Icons.button("mdi2c-close", texts.get("dataset.close"), this::leave));
        head.getStyleClass().add("wizard-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label step(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("wizard-step");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox foot() {
        var foot = new HBox(other, bar, stop, reason, button("wizard-cancel", "dataset.cancel", this::leave), back,
                next,
                finish);
        foot.getStyleClass().add("wizard-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private Button button(String id, String words, Runnable action) {
        var button = new Button(texts.get(words));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        name.setText(model.name());
        Page page = model.page();
        boolean start = page == Page.START;
        visible(writing, model.isDelimited());
        show(writing, page == Page.WRITING);
        show(first, page == Page.DATA);
        show(second, page == Page.NETWORK);
        visible(other, page == Page.DATA || page == Page.WRITING);
        visible(back, page == Page.NETWORK || page == Page.DATA && model.isDelimited());
        visible(next, page == Page.DATA || page == Page.WRITING);
        visible(finish, page == Page.NETWORK);
        Optional<String> why = switch (page) {
            case START -> Optional.empty();
            case DATA, WRITING -> model.whyNotNext();
            case NETWORK -> model.whyNotFinish();
        };
        next.setDisable(why.isPresent());
        finish.setDisable(why.isPresent());
        reason.setText(why.orElse(""));
        reason.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"),
                why.isPresent() && !model.work().isBusy());
        boolean busy = model.work().isBusy();
        panel.pseudoClassStateChanged(PseudoClass.getPseudoClass("busy"), busy);
        if (!busy || start) {
            moment.stop();
            showProgress(false);
        } else if (moment.getStatus() != Animation.Status.RUNNING && !bar.isVisible()) {
            moment.playFromStart();
        }
        bar.setProgress(model.work().progress().map(p -> p.done() / (double) p.all()).orElse(-1.0));
        content();
    }

    private void showProgress(boolean visible) {
        visible(bar, visible);
        visible(stop, visible);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static void show(Label step, boolean now) {
        step.pseudoClassStateChanged(PseudoClass.getPseudoClass("now"), now);
    }

    /// The page is made anew only where there is something else to show.
    private void content() {
        Object what = switch (model.page()) {
            case START -> List.of(model.work().isBusy(), model.problem(), model.work().progress());
            case WRITING -> List.of("writing", model.preview(), model.known().answers().dialect());
            case DATA -> List.of("data", model.known().look().map(Look::found), model.known().targets(),
                    model.known().answers().series(), model.known().isSeries(), model.known().hasRoles());
            case NETWORK -> List.of("network", model.offer().map(Offer::key), model.division());
        };
        if (!shown.equals(Optional.of(what))) {
            shown = Optional.of(what);
            Fields.keepingFocus(middle, () -> middle.getChildren().setAll(page()));
        } else if (model.page() == Page.DATA) {
            dataPage.ifPresent(DataPage::refresh);
        }
    }

    private Node page() {
        return switch (model.page()) {
            case START -> model.work().isBusy() ? looking() : start();
            case WRITING -> new WritingPage(model, model.preview().orElseThrow(), texts).root();
            case DATA -> {
                var page = new DataPage(model, texts);
                dataPage = Optional.of(page);
                yield page.root();
            }
            case NETWORK -> new NetworkPage(model, texts).root();
        };
    }

    private Node looking() {
        var words = new Label(model.work().progress().map(this::told).orElseGet(() -> texts.get("dataset.looking")));
        var progress = new ProgressBar(model.work().progress().map(p -> p.done() / (double) p.all()).orElse(-1.0));
        progress.setPrefWidth(320);
        var box = new VBox(words, progress, button("wizard-stop-look", "dataset.stop", model::stop));
        box.getStyleClass().add("wizard-start");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private String told(Progress progress) {
        return texts.get(model.isTable() ? "dataset.looking.columns" : "dataset.looking.pictures",
                texts.count(progress.done()), texts.count(progress.all()));
    }

    private Node start() {
        var box = new VBox();
        box.getStyleClass().add("wizard-start");
        box.setAlignment(Pos.CENTER);
        model.problem().ifPresent(message -> {
            var title = new Label(texts.get("dataset.wrong"), Icons.of("mdi2a-alert-circle-outline"));
            title.getStyleClass().add("block-name");
            var words = new Label(message);
            words.setWrapText(true);
            words.setId("wizard-problem");
            var wrong = new VBox(title, words);
            wrong.getStyleClass().add("wizard-problem");
            box.getChildren().add(wrong);
        });
        var icon = Icons.of("mdi2t-tray-arrow-down");
        icon.getStyleClass().add("empty-icon");
        var title = new Label(texts.get("dataset.start"));
        title.getStyleClass().add("panel-title");
        var words = new Label(texts.get("dataset.start.words"));
        words.setWrapText(true);
        words.getStyleClass().addAll("text-muted", "wizard-words");
        Button file = button("wizard-file", "dataset.start.file", this::chooseFile);
        file.getStyleClass().add("accent");
        var buttons = new HBox(file, button("wizard-folder", "dataset.start.folder", this::chooseFolder));
        buttons.getStyleClass().add("wizard-buttons");
        buttons.setAlignment(Pos.CENTER);
        box.getChildren().addAll(icon, title, words, buttons);
        return box;
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("dataset.start.file"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("dataset.tables"), ENDINGS.split(" ")));
        look(chooser.showOpenDialog(root.getScene().getWindow()));
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("dataset.start.folder"));
        look(chooser.showDialog(root.getScene().getWindow()));
    }

    private void look(File chosen) {
        if (chosen != null) {
            model.look(chosen.toPath());
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.look(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void finish() {
        if (model.finish()) {
            leave();
        }
    }

    private void leave() {
        end();
        close.run();
    }

    /// Lets go of the data, before another wizard takes its place.
    public void end() {
        moment.stop();
        model.close();
    }
}
