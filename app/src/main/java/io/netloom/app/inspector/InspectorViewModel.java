package io.netloom.app.inspector;

import io.netloom.app.blocks.BlockWords;
import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.inspector.Page.Entry;
import io.netloom.app.inspector.Page.Subject;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.graph.GraphEdit;
import io.netloom.layer.Field;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of what is selected, and the settings of blocks, from their records alone.
public final class InspectorViewModel {
    private final Document document;
    private final Texts texts;
    private final BlockWords words;
    private final Runnable end;
    private Runnable changed = () -> {};
    private Optional<Typing> typing = Optional.empty();
    private boolean showing;

    /// A setting that is being typed: one step, however many letters it has.
    private record Typing(String setting, Document.Gesture gesture) {}

    /// @param document is asked, and edited where a value is chosen
    public InspectorViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.words = new BlockWords(texts);
        end = document.listen(this::hear);
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// What settings are called and do.
    public BlockWords words() {
        return words;
    }

    /// What is to be shown now.
    public Page page() {
        return new PageMaker(document, texts, words).page();
    }

    /// The settings of the blocks that are selected, if they are of one type.
    public List<Entry> entries() {
        if (!(subject() instanceof Subject.Layers(List<String> names, var type))) {
            return List.of();
        }
        List<Map<String, String>> values = names.stream().map(this::layer).map(l -> Schema.of(l).settings(l)).toList();
        return type.schema().fields().stream().map(field -> {
            List<String> different = values.stream().map(v -> v.get(field.name())).distinct().toList();
            return new Entry(field, different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty());
        }).toList();
    }

    /// What is wrong with a text as a value of a setting: what is needed. Nothing where it will do.
    public Optional<String> problem(Field field, String text) {
        return field.accepts(text) ? Optional.empty()
                : Optional.of(texts.get("inspector.needs", words.range(field)));
    }

    /// A text as the record writes it: `3×3` for `3`; nothing where it is no value.
    Optional<String> normal(Field field, String text) {
        return field.accepts(text) && subject() instanceof Subject.Layers(var _, var type)
                ? Optional.of(type.schema().settings(type.with(Map.of(field.name(), text))).get(field.name()))
                : Optional.empty();
    }

    /// Shows what is being typed, if it is a value; all letters until [#commit] are one step.
    public void type(Field field, String text) {
        if (!field.accepts(text) || !(subject() instanceof Subject.Layers layers)) {
            return;
        }
        if (typing.filter(t -> t.setting.equals(field.name())).isEmpty()) {
            commit();
            if (unchanged(layers, field, text)) {
                return;
            }
            typing = Optional.of(new Typing(field.name(), document.gesture(label(layers, field))));
        }
        showing = true;
        typing.ifPresent(t -> t.gesture.show(edit(layers, field, text)));
        showing = false;
        changed.run();
    }

    /// Makes what was typed a step.
    public void commit() {
        Optional<Typing> ended = typing;
        typing = Optional.empty();
        ended.ifPresent(t -> t.gesture.end());
    }

    /// Gives a setting another value, as one step. What is no value is left.
    public void set(Field field, String text) {
        commit();
        if (field.accepts(text) && subject() instanceof Subject.Layers layers && !unchanged(layers, field, text)) {
            document.apply(edit(layers, field, text));
        }
    }

    /// Gives a setting its default.
    public void reset(Field field) {
        set(field, field.defaultText());
    }

    /// What is wrong with a text as the name of the block that is selected; nothing where it will do.
    public Optional<String> problemOfName(String text) {
        return only().flatMap(name -> {
            try {
                new GraphEdit.Rename(name, text.strip()).apply(document.drawing());
                return Optional.empty();
            } catch (BadInput _) {
                return Optional.of(text.isBlank() ? texts.get("inspector.name.empty")
                        : texts.get("inspector.name.taken", text.strip()));
            }
        });
    }

    /// The name of the block, if one alone is selected.
    public Optional<String> only() {
        return switch (subject()) {
            case Subject.Layers(List<String> names, var _) when names.size() == 1 -> Optional.of(names.getFirst());
            case Subject.Inside(String name) -> Optional.of(name);
            case Subject.Layers _,Subject.Whole _,Subject.Several _,Subject.Wires _ -> Optional.empty();
        };
    }

    /// What it means that the block takes no part; nothing where it does, or where not one alone is selected.
    public Optional<String> resting() {
        return only().flatMap(name -> switch (document.drawing().node(name).activity()) {
            case ACTIVE -> Optional.empty();
            case BYPASSED -> Optional.of(texts.get("inspector.bypassed"));
            case MUTED -> Optional.of(texts.get("inspector.muted"));
        });
    }

    /// Gives the block that is selected another name. One that will not do is left.
    public void rename(String text) {
        commit();
        Optional<String> name = only().filter(n -> !n.equals(text.strip()));
        if (name.isPresent() && problemOfName(text).isEmpty()) {
            document.apply(new GraphEdit.Rename(name.get(), text.strip()));
        }
    }

    /// Looks inside of the composite that is selected.
    public void lookInside() {
        if (subject() instanceof Subject.Inside(String name)) {
            var place = new ArrayList<>(document.place());
            place.add(name);
            document.lookAt(place);
        }
    }

    /// Mends a problem.
    public void mend(GraphEdit fix) {
        commit();
        document.applyToWhole(fix);
    }

    /// A fix as a button says it.
    public String words(GraphEdit fix) {
        return EditWords.of(texts, document.place().isEmpty() ? fix : inner(fix));
    }

    /// Takes the last step back.
    public void undo() {
        commit();
        document.undo();
    }

    /// Brings again what was taken back last.
    public void redo() {
        commit();
        document.redo();
    }

    /// Ends listening to the document.
    public void close() {
        commit();
        end.run();
    }

    private void hear(Change change) {
        switch (change) {
            case PROJECT, SELECTION, PLACE -> {
                if (!showing) {
                    commit();
                    changed.run();
                }
            }
            case REVEAL, FILE -> {
                // The inspector does not show it.
            }
        }
    }

    private Subject subject() {
        return PageMaker.subject(document);
    }

    private Layer layer(String name) {
        return document.drawing().node(name).layer();
    }

    private boolean unchanged(Subject.Layers layers, Field field, String text) {
        return edit(layers, field, text).apply(document.drawing()).equals(document.drawing());
    }

    private GraphEdit edit(Subject.Layers layers, Field field, String text) {
        List<GraphEdit> edits = layers.names().stream().map(name -> (GraphEdit) new GraphEdit.Change(name,
                Schema.of(layer(name)).with(layer(name), Map.of(field.name(), text)))).toList();
        return new GraphEdit.Several(label(layers, field), edits);
    }

    private String label(Subject.Layers layers, Field field) {
        String setting = words.label(layers.type(), field);
        return layers.names().size() == 1 ? texts.get("inspector.step", setting, layers.names().getFirst())
                : texts.get("inspector.steps", setting, layers.names().size());
    }

    /// A fix without the composites that one looks into.
    private GraphEdit inner(GraphEdit fix) {
        GraphEdit inner = fix;
        for (String name : document.place()) {
            if (inner instanceof GraphEdit.Inside(String of, GraphEdit edit) && of.equals(name)) {
                inner = edit;
            }
        }
        return inner;
    }
}
