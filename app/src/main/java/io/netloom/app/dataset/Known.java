package io.netloom.app.dataset;

import io.netloom.app.dataset.Answers.Order;
import io.netloom.data.ColumnType;
import io.netloom.data.ColumnUse;
import io.netloom.data.Feature;
import io.netloom.data.PictureForm;
import io.netloom.data.Series;
import io.netloom.data.SeriesChoice;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.profile.ColumnProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known about the data: what was found in it, and what the user said about it, which counts more.
record Known(Answers answers, Optional<Look> look) {
    static final Known NOTHING = new Known(Answers.NONE, Optional.empty());

    /// What was found out is what counts, until the user says something else.
    static Known of(Answers said, Look look) {
        Answers answers = said;
        if (look.choice().isPresent()) {
            Choice choice = look.choice().get();
            if (!choice.targets().isEmpty() && said.columns().targets().isEmpty()) {
                answers = answers.withTargets(choice.targets());
            }
            if (choice.source() instanceof Series series) {
                answers = answers.with(Order.SERIES).with(new SeriesChoice.Wish(Optional.of(series.time()),
                        series.group(), Optional.of(series.windows().length()),
                        Optional.of(series.windows().horizon()), Optional.of(series.windows().stride())));
            }
        }
        return new Known(answers, Optional.of(look));
    }

    /// The same findings, and other answers.
    Known with(Answers said) {
        return new Known(said, look);
    }

    /// The table's columns, in its order; none where it is no table.
    List<ColumnProfile> columns() {
        return look.flatMap(Look::rows).map(rows -> rows.profile().columns()).orElse(List.of());
    }

    /// The names of the columns that have one.
    List<String> names() {
        return columns().stream().map(ColumnProfile::name).filter(name -> !name.isEmpty()).toList();
    }

    /// The columns that are to be learnt.
    List<String> targets() {
        List<String> said = answers.columns().targets();
        return !said.isEmpty() ? said : look.flatMap(Look::target).map(t -> List.of(t.column())).orElse(List.of());
    }

    /// What every column is for, by name.
    Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        columns().forEach(column -> roles.put(column.name(), Role.LEFT_OUT));
        proposed().forEach(feature -> roles.put(feature.column(), Role.of(ColumnUse.of(feature))));
        answers.columns().uses().forEach((column, use) -> roles.put(column, Role.of(use)));
        answers.columns().features().forEach((column, feature) -> roles.put(column, Role.of(ColumnUse.of(feature))));
        targets().forEach(column -> roles.put(column, Role.LEARNT));
        return roles;
    }

    private List<Feature> proposed() {
        return look.flatMap(Look::choice).map(Choice::features).orElse(List.of());
    }

    /// How the network gets a column, where it does.
    Optional<Feature> feature(String column) {
        return Optional.ofNullable(answers.columns().features().get(column))
                .or(() -> proposed().stream().filter(feature -> feature.column().equals(column)).findFirst())
                .filter(_ -> !targets().contains(column));
    }

    /// Whether the user said how the network gets a column.
    boolean hasOwn(String column) {
        return answers.columns().features().containsKey(column);
    }

    /// Whether columns have roles: not where they tell about pictures, for those are what is seen.
    boolean hasRoles() {
        return look.flatMap(Look::choice).map(Choice::source)
                .filter(source -> !(source instanceof Table || source instanceof Series)).isEmpty();
    }

    /// What a single target is learnt as; nothing where there are several or it is no table's.
    Optional<TargetColumn.Kind> kind() {
        return targets().size() != 1 ? Optional.empty()
                : answers.columns().kind().or(() -> look.flatMap(Look::target)
                        .map(t -> t.classes() ? TargetColumn.Kind.CLASS : TargetColumn.Kind.NUMBER));
    }

    /// Whether the target could be learnt as a number, too.
    boolean canBeNumber() {
        return targets().size() == 1 && columns().stream()
                .anyMatch(c -> c.name().equals(targets().getFirst()) && c.type() == ColumnType.NUMBER);
    }

    /// Whether a forecast is made.
    boolean isSeries() {
        return answers.order() == Order.SERIES;
    }

    /// Columns that can tell the time.
    List<String> times() {
        return columns().stream().filter(c -> c.type() == ColumnType.DATE || c.type() == ColumnType.NUMBER)
                .map(ColumnProfile::name).filter(name -> !targets().contains(name)).toList();
    }

    /// What pictures are brought to, where there are any.
    Optional<PictureForm> form() {
        return answers.form().or(() -> look.flatMap(Look::choice).flatMap(Choice::form));
    }
}
