package io.netloom.profile;

import java.util.List;

/// How hard a column is to learn.
///
/// @param column the column
/// @param chosen whether the user named it, rather than it being guessed
/// @param classes whether its values are classes, rather than numbers
/// @param learnt rows of the sample from which the baselines learnt
/// @param judged rows of the sample on which they were judged
/// @param baselines what simple models reach, the simplest first
/// @param remarks what the baselines left out, and why, a sentence each
public record TargetProfile(String column, boolean chosen, boolean classes, int learnt, int judged,
        List<Baseline> baselines, List<String> remarks) {
    public TargetProfile {
        baselines = List.copyOf(baselines);
        remarks = List.copyOf(remarks);
    }
}
