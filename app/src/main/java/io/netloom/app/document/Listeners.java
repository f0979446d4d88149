package io.netloom.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Those who want to know. A listener may end itself or another while it is told.
final class Listeners<T> {
    private final List<Consumer<T>> all = new ArrayList<>();

    Runnable add(Consumer<T> listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(T what) {
        for (Consumer<T> listener : List.copyOf(all)) {
            if (all.contains(listener)) {
                listener.accept(what);
            }
        }
    }
}
