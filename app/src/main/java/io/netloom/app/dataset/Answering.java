package io.netloom.app.dataset;

import io.netloom.app.dataset.Answers.Order;
import io.netloom.data.ColumnType;
import io.netloom.data.ColumnUse;
import io.netloom.data.Dialect;
import io.netloom.data.Feature;
import io.netloom.data.SeriesChoice;
import io.netloom.data.TableQuery;
import io.netloom.data.TargetColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes what the user says about the columns of a table, and what else is asked about it.
final class Answering {
    private final Supplier<Known> known;
    private final Consumer<Answers> say;

    /// @param say takes all that is said then; where nothing else is said, nothing happens
    Answering(Supplier<Known> known, Consumer<Answers> say) {
        this.known = known;
        this.say = say;
    }

    /// Learns this column and no other.
    void setTarget(String column) {
        if (!known.get().targets().equals(List.of(column))) {
            say.accept(known.get().answers().withTargets(List.of(column)).with(Order.FOUND_OUT)
                    .with(SeriesChoice.Wish.NONE));
        }
    }

    /// Gives a column another role.
    void setRole(String column, Role role) {
        if (known.get().roles().get(column) == role) {
            return;
        }
        if (role == Role.LEARNT) {
            var more = new ArrayList<>(known.get().targets());
            more.add(column);
            say.accept(known.get().answers().withTargets(more));
        } else {
            say.accept(known.get().answers().with(column, role.use()));
        }
    }

    /// Takes a column for something else than its values suggest; where nothing is said, for what they suggest.
    void setType(String column, Optional<ColumnType> type) {
        say.accept(known.get().answers().withType(column, type));
    }

    /// Keeps columns from the network.
    void leaveOut(List<String> columns) {
        Answers answers = known.get().answers();
        for (String column : columns) {
            answers = answers.with(column, ColumnUse.LEFT_OUT);
        }
        say.accept(answers);
    }

    /// Reads these texts, too, as missing values.
    void readAsMissing(List<String> words) {
        Dialect dialect = known.get().answers().dialect();
        var all = new LinkedHashSet<>(dialect.missing().orElseGet(TableQuery::missingWords));
        all.addAll(words);
        say.accept(known.get().answers().with(dialect.withMissing(Optional.of(List.copyOf(all)))));
    }

    /// Gives a column to the network in a way of its own.
    void setFeature(Feature feature) {
        if (!known.get().feature(feature.column()).equals(Optional.of(feature))) {
            say.accept(known.get().answers().with(feature));
        }
    }

    /// Gives a column to the network as is proposed.
    void resetFeature(String column) {
        say.accept(known.get().answers().withoutFeature(column));
    }

    /// Tests with another file; where there is none, with a share of the rows.
    void setTest(Optional<Path> test) {
        say.accept(known.get().answers().withTest(test.map(file -> file.toAbsolutePath().normalize())));
    }

    /// Learns a single target as a class or a number.
    void setKind(TargetColumn.Kind kind) {
        if (!known.get().kind().equals(Optional.of(kind))) {
            say.accept(known.get().answers().with(Optional.of(kind)));
        }
    }

    /// Says whether rows follow each other in time.
    void setOrder(Order order) {
        say.accept(known.get().answers().with(order));
    }

    /// Says how a forecast is cut.
    void setSeries(SeriesChoice.Wish wish) {
        say.accept(known.get().answers().with(wish));
    }
}
