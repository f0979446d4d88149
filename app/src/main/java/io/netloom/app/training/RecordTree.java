package io.netloom.app.training;

import io.netloom.shape.BadInput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// A record of records, a component of which is read or replaced by its path: `learning`, `optimiser`, `beta1`. What a record does
/// not allow, its constructor refuses.
final class RecordTree {
    private RecordTree() {}

    /// The value at a path.
    static Object at(Record root, List<String> path) {
        Object value = root;
        for (String name : path) {
            value = read(component(value.getClass(), name), value);
        }
        return value;
    }

    /// The type of the component at a path.
    static Class<?> type(Record root, List<String> path) {
        Object owner = at(root, path.subList(0, path.size() - 1));
        return component(owner.getClass(), path.getLast()).getType();
    }

    /// The names of a record's components, in their order.
    static List<String> names(Object value) {
        return Arrays.stream(value.getClass().getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /// The same record with another value at a path.
    ///
    /// @throws BadInput if a record on the way refuses it
    static <R extends Record> R with(R root, List<String> path, Object value) {
        @SuppressWarnings("unchecked") // a record is made anew by its own constructor
        R changed = (R) changed(root, path, value);
        return changed;
    }

    private static Object changed(Object owner, List<String> path, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        RecordComponent[] components = owner.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object old = read(components[i], owner);
            values[i] = components[i].getName().equals(path.getFirst())
                    ? changed(old, path.subList(1, path.size()), value)
                    : old;
        }
        try {
            return owner.getClass().getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw new IllegalStateException("cannot make a " + owner.getClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + owner.getClass(), e);
        }
    }

    private static RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents()).filter(c -> c.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + record));
    }

    private static Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
