package io.netloom.app.code;

import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.text.Texts;
import io.netloom.check.CheckedGraph;
import io.netloom.export.PyTorchSource;
import io.netloom.graph.Graph;
import java.util.Optional;

/// The whole network as Python with PyTorch, in step with the drawing. While something is wrong, what was right last stays.
public final class CodeViewModel {
    private final Document document;
    private final Texts texts;
    private final Runnable end;
    private Runnable changed = () -> {};
    private boolean watched;
    private Optional<Graph> written = Optional.empty();
    private String code = "";
    private boolean current;

    /// @param document its network is written
    public CodeViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        end = document.listen(this::hear);
    }

    /// Calls this after the code has changed.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Keeps the code in step from now on, or no longer: nobody needs it while it is not shown.
    public void watch(Watching watching) {
        watched = watching == Watching.SHOWN;
        if (watched) {
            write();
        }
    }

    /// Whether anybody looks.
    public enum Watching {
        /// It is shown.
        SHOWN,
        /// It is not.
        HIDDEN
    }

    /// The Python source; empty as long as there was no sound network.
    public String code() {
        return code;
    }

    /// Whether the source is that of the drawing as it is now.
    public boolean current() {
        return current;
    }

    /// What is to be said about the source; nothing where it is that of the drawing.
    public Optional<String> message() {
        if (current) {
            return Optional.empty();
        }
        if (document.project().graph().nodes().isEmpty()) {
            return Optional.of(texts.get("code.empty"));
        }
        int problems = document.check().findings().size();
        return Optional.of(texts.get(code.isEmpty() ? "code.problems" : "code.before", problems));
    }

    /// Ends listening to the document.
    public void close() {
        end.run();
    }

    private void hear(Change change) {
        switch (change) {
            case PROJECT -> {
                if (watched) {
                    write();
                }
            }
            case SELECTION, PLACE, REVEAL, FILE -> {
                // The code is that of the whole network.
            }
        }
    }

    private void write() {
        Graph graph = document.project().graph();
        if (written.filter(g -> g == graph).isPresent()) {
            return;
        }
        written = Optional.of(graph);
        Optional<CheckedGraph> sound = document.check().checked();
        sound.ifPresent(network -> code = PyTorchSource.of(network));
        current = sound.isPresent();
        changed.run();
    }
}
