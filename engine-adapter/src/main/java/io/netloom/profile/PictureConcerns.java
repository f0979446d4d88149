package io.netloom.profile;

import io.netloom.shape.Sentence;
import io.netloom.data.LeftOut;
import io.netloom.data.Part;
import io.netloom.data.PictureFacts;
import io.netloom.data.PictureSurvey;
import io.netloom.profile.Concern.Kind;
import io.netloom.profile.PictureProfile.PictureClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Looks for what is wrong with a folder of pictures.
final class PictureConcerns {
    private static final double UNEVEN = 10;
    private static final int RARE = 10;
    /// Pictures up to which each is compared with each.
    private static final int COMPARED = 30_000;
    /// How many of the 64 steps from a grey to the next may differ between pictures that look alike, and how far their greys, from 0 to 255.
    private static final int STEPS = 4;
    private static final double GREYS = 2;
    private static final double PROPORTIONS = 1.1;
    private static final int NAMED = 3;

    private final PictureSurvey survey;
    private final List<Concern> concerns = new ArrayList<>();

    PictureConcerns(PictureSurvey survey) {
        this.survey = survey;
    }

    List<Concern> all(List<PictureClass> classes, BooleanSupplier stop) {
        damaged();
        classes(classes);
        Map<String, List<PictureFacts>> same = survey.pictures().stream()
                .collect(Collectors.groupingBy(PictureFacts::digest, LinkedHashMap::new, Collectors.toList()));
        same(same.values().stream().filter(group -> group.size() > 1).toList());
        alike(same.values().stream().map(List::getFirst).toList(), stop);
        proportions();
        concerns.sort(Comparator.comparing(Concern::kind));
        return concerns;
    }

    private void damaged() {
        if (!survey.leftOut().isEmpty()) {
            add(Kind.DAMAGED,
                    Sentence.of("concern.damaged", "{0,choice,1#1 file|1<{0} files} cannot be read: {1}.",
                            survey.leftOut().size(),
                            Sentence.someOf(survey.leftOut().stream().map(LeftOut::sentence).toList(), NAMED)),
                    Sentence.of("mend.damaged", "Training leaves them out; mend or remove them."));
        }
        survey.warnings().forEach(warning -> add(Kind.DAMAGED, warning,
                Sentence.of("mend.no-pictures", "Put pictures there, or remove them.")));
    }

    private void classes(List<PictureClass> classes) {
        PictureClass most = classes.stream().max(Comparator.comparingInt(PictureClass::count)).orElseThrow();
        if (classes.size() == 1) {
            add(Kind.TARGET,
                    Sentence.of("concern.one-class", "There is a single class, {0}.", Told.quoted(most.name())),
                    Sentence.of("mend.one-class", "Add a folder with pictures of another one to tell it from."));
            return;
        }
        List<PictureClass> rare = classes.stream().filter(c -> c.count() < RARE || c.count() * UNEVEN <= most.count())
                .sorted(Comparator.comparingInt(PictureClass::count)).toList();
        if (!rare.isEmpty()) {
            add(Kind.IMBALANCE, Told.imbalance(rare.size(), classes.size(), rare.getFirst().name(),
                    Told.pictures(rare.getFirst().count()), most.name(), most.count()), Told.evenOut());
        }
    }

    private void same(List<List<PictureFacts>> groups) {
        int again = groups.stream().mapToInt(group -> group.size() - 1).sum();
        if (again > 0) {
            add(Kind.DUPLICATE_ROWS, Sentence.of("concern.copies",
                    "{0,choice,1#1 picture is a copy|1<{0} pictures are copies} of another: {1}.", again,
                    some(groups.stream().map(PictureConcerns::pair).toList())),
                    Sentence.of("mend.copies", "Keep one of each."));
        }
        overlap(groups, Kind.IN_BOTH_PARTS);
        List<List<PictureFacts>> torn = groups.stream().filter(PictureConcerns::isTorn).toList();
        if (!torn.isEmpty()) {
            add(Kind.CONTRADICTION, Sentence.of("concern.torn",
                    "{0,choice,1#1 picture stands|1<{0} pictures stand} in several classes: {1}.", torn.size(),
                    some(torn.stream().map(PictureConcerns::pair).toList())),
                    Sentence.of("mend.torn", "No network can learn both: decide to which class each belongs."));
        }
    }

    private void overlap(List<List<PictureFacts>> groups, Kind kind) {
        List<List<PictureFacts>> both = groups.stream().filter(PictureConcerns::isLearntAndTested).toList();
        if (!both.isEmpty()) {
            long tested = both.stream().flatMap(List::stream).filter(PictureConcerns::isTest).count();
            Sentence pairs = some(both.stream().map(PictureConcerns::pair).toList());
            add(kind, kind == Kind.IN_BOTH_PARTS
                    ? Sentence.of("concern.in-both.pictures",
                            "{0,choice,1#1 picture of the test part stands|1<{0} pictures of the test part stand} in another"
                                    + " part too: {1}.",
                            tested, pairs)
                    : Sentence.of("concern.alike-in-both",
                            "{0,choice,1#1 picture of the test part looks|1<{0} pictures of the test part look} much like"
                                    + " one in another part too: {1}.",
                            tested, pairs),
                    Told.removeFromOne());
        }
    }

    private static boolean isTest(PictureFacts picture) {
        return picture.part().filter(part -> part == Part.TEST).isPresent();
    }

    private static boolean isLearntAndTested(List<PictureFacts> group) {
        return group.stream().anyMatch(PictureConcerns::isTest) && !group.stream().allMatch(PictureConcerns::isTest);
    }

    private static boolean isTorn(List<PictureFacts> group) {
        return group.stream().map(PictureFacts::label).distinct().count() > 1;
    }

    /// Pictures that were stored anew, in another size or format, say: by a hash of the steps between neighbouring greys, and those greys.
    private void alike(List<PictureFacts> different, BooleanSupplier stop) {
        List<List<PictureFacts>> pairs = new ArrayList<>();
        if (different.size() > COMPARED) {
            return;
        }
        long[] hashes = different.stream().mapToLong(PictureConcerns::steps).toArray();
        for (int i = 0; i < hashes.length && !stop.getAsBoolean(); i++) {
            for (int j = i + 1; j < hashes.length; j++) {
                if (Long.bitCount(hashes[i] ^ hashes[j]) <= STEPS
                        && difference(different.get(i).glance(), different.get(j).glance()) <= GREYS) {
                    pairs.add(List.of(different.get(i), different.get(j)));
                    break;
                }
            }
        }
        if (!pairs.isEmpty()) {
            add(Kind.NEAR_DUPLICATES, Sentence.of("concern.alike",
                    "{0,choice,1#1 picture looks|1<{0} pictures look} much like another one: {1}.", pairs.size(),
                    some(pairs.stream().map(PictureConcerns::pair).toList())),
                    Sentence.of("mend.alike",
                            "If they are the same thing, keep one of each, or keep them in one part."));
        }
        overlap(pairs, Kind.NEAR_DUPLICATES);
    }

    /// A bit for each two neighbours in a row: whether the right one is brighter.
    private static long steps(PictureFacts picture) {
        byte[] greys = picture.glance();
        long bits = 0;
        for (int y = 0; y < PictureFacts.DOWN; y++) {
            for (int x = 1; x < PictureFacts.ACROSS; x++) {
                int at = y * PictureFacts.ACROSS + x;
                bits = bits << 1 | ((greys[at] & 0xFF) > (greys[at - 1] & 0xFF) ? 1 : 0);
            }
        }
        return bits;
    }

    private static double difference(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return sum / (double) one.length;
    }

    private void proportions() {
        double[] sorted = survey.pictures().stream().mapToDouble(p -> p.width() / (double) p.height()).sorted()
                .toArray();
        if (sorted[sorted.length - 1] > PROPORTIONS * sorted[0]) {
            add(Kind.MIXED_SIZES,
                    Sentence.of("concern.proportions",
                            "Pictures have different proportions, and would be stretched to one."),
                    Sentence.of("mend.proportions",
                            "Say how they are brought to one size: \"resize\": \"fit\" or \"fill\"."));
        }
    }

    private static String pair(List<PictureFacts> group) {
        return group.getFirst().name() + " = " + group.get(1).name();
    }

    private static Sentence some(List<String> texts) {
        return Sentence.some(texts, NAMED);
    }

    private void add(Kind kind, Sentence found, Sentence mend) {
        concerns.add(new Concern(kind, List.of(), found, mend));
    }
}
