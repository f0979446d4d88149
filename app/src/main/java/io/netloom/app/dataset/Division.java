package io.netloom.app.dataset;

import io.netloom.data.Fractions;
import io.netloom.data.Splitting;
import io.netloom.train.TrainingPlan;
import java.util.Locale;
import java.util.Optional;

/// How examples are divided into those to learn from, to watch with, and to judge by.
record Division(Splitting splitting, Fractions fractions) {

    /// The ways, as a user chooses among them.
    enum Way {
        STRATIFIED, RANDOM, GROUP, TIME, COLUMN;

        String key() {
            return "dataset.split." + name().toLowerCase(Locale.ROOT);
        }

        /// Whether a column tells.
        boolean byColumn() {
            return this == GROUP || this == TIME || this == COLUMN;
        }
    }

    static Division of(TrainingPlan plan) {
        return new Division(plan.splitting(), plan.fractions());
    }

    Way way() {
        return switch (splitting) {
            case Splitting.Stratified _ -> Way.STRATIFIED;
            case Splitting.Random _ -> Way.RANDOM;
            case Splitting.Group _ -> Way.GROUP;
            case Splitting.Time _ -> Way.TIME;
            case Splitting.Column _ -> Way.COLUMN;
        };
    }

    /// The column that tells, where one does.
    Optional<String> column() {
        return switch (splitting) {
            case Splitting.Stratified _,Splitting.Random _ -> Optional.empty();
            case Splitting.Group(String column) -> Optional.of(column);
            case Splitting.Time(String column) -> Optional.of(column);
            case Splitting.Column(String column) -> Optional.of(column);
        };
    }

    /// Another way.
    ///
    /// @param column what tells, where a column does
    Division with(Way way, String column) {
        return new Division(switch (way) {
            case STRATIFIED -> new Splitting.Stratified();
            case RANDOM -> new Splitting.Random();
            case GROUP -> new Splitting.Group(column);
            case TIME -> new Splitting.Time(column);
            case COLUMN -> new Splitting.Column(column);
        }, fractions);
    }

    Division with(Fractions shares) {
        return new Division(splitting, shares);
    }
}
