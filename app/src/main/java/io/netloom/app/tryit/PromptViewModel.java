package io.netloom.app.tryit;

import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.evaluate.Continuation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// The beginning of a text, and how the network goes on with it.
public final class PromptViewModel {
    private static final int TOKENS = 200;
    private static final double TEMPERATURE = 0.8;

    private final Respondent respondent;
    private final Texts texts;
    private final Background asker;
    private final Function<Consumer<List<String>>, Consumer<String>> bridge;
    private final StringBuilder text = new StringBuilder();
    private Optional<AtomicBoolean> stop = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private int tokens = TOKENS;
    private double temperature = TEMPERATURE;
    private long seed;
    private Runnable changed = () -> {};

    /// @param bridge makes from something that takes pieces on the window's thread something that takes them on any
    PromptViewModel(Respondent respondent, Texts texts, Background asker,
            Function<Consumer<List<String>>, Consumer<String>> bridge) {
        this.respondent = respondent;
        this.texts = texts;
        this.asker = asker;
        this.bridge = bridge;
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Tokens that are to follow.
    public int tokens() {
        return tokens;
    }

    /// Lets so many tokens follow.
    public void setTokens(int count) {
        tokens = count;
    }

    /// How boldly the next token is drawn: 0 always takes the likeliest.
    public double temperature() {
        return temperature;
    }

    /// Draws as boldly as this.
    public void setTemperature(double bold) {
        temperature = bold;
    }

    /// What is written so far: the prompt, and what followed.
    public String text() {
        return text.toString();
    }

    /// Whether it is writing now.
    public boolean isWriting() {
        return stop.isPresent();
    }

    /// Why it does not go on, for the user.
    public Optional<String> failure() {
        return failure;
    }

    /// Goes on with a text, otherwise each time.
    public void goOn(String prompt) {
        if (isWriting()) {
            return;
        }
        failure = Optional.empty();
        if (prompt.isBlank()) {
            failure = Optional.of(texts.get("tryit.prompt.empty"));
            changed.run();
            return;
        }
        text.setLength(0);
        text.append(prompt);
        var asked = new AtomicBoolean();
        stop = Optional.of(asked);
        Consumer<String> pieces = bridge.apply(some -> {
            some.forEach(text::append);
            changed.run();
        });
        var drawing = new Continuation.Drawing(tokens, temperature, ++seed);
        asker.run(() -> {
            respondent.tryout().goOn(prompt, drawing, piece -> {
                if (asked.get()) {
                    throw new CancellationException("its user has read enough");
                }
                pieces.accept(piece);
            });
            return true;
        }, _ -> end(Optional.empty()),
                e -> end(
                        e instanceof CancellationException ? Optional.empty() : Optional.of(Failures.words(e, texts))));
        changed.run();
    }

    private void end(Optional<String> why) {
        stop = Optional.empty();
        failure = why;
        changed.run();
    }

    /// Lets it write no more.
    public void stop() {
        stop.ifPresent(asked -> asked.set(true));
    }
}
