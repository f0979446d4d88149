package io.netloom.profile;

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
            add(Kind.DAMAGED, files(survey.leftOut().size()) + " cannot be read: "
                    + some(survey.leftOut().stream().map(LeftOut::toString).toList()) + ".",
                    "Training leaves them out; mend or remove them.");
        }
        survey.warnings().forEach(warning -> add(Kind.DAMAGED, warning, "Put pictures there, or remove them."));
    }

    private void classes(List<PictureClass> classes) {
        PictureClass most = classes.stream().max(Comparator.comparingInt(PictureClass::count)).orElseThrow();
        if (classes.size() == 1) {
            add(Kind.TARGET, "There is a single class, " + Told.quoted(most.name()) + ".",
                    "Add a folder with pictures of another one to tell it from.");
            return;
        }
        List<PictureClass> rare = classes.stream().filter(c -> c.count() < RARE || c.count() * UNEVEN <= most.count())
                .sorted(Comparator.comparingInt(PictureClass::count)).toList();
        if (!rare.isEmpty()) {
            add(Kind.IMBALANCE, (rare.size() == 1 ? "The class " : rare.size() + " of " + classes.size()
                    + " classes are rare: ") + Told.quoted(rare.getFirst().name()) + " has only "
                    + pictures(rare.getFirst().count()) + ", " + Told.quoted(most.name()) + " "
                    + Told.count(most.count()) + ".",
                    "Judge by macro F1 rather than accuracy, and let rare classes weigh more"
                            + " (\"classWeights\": \"balanced\"), or gather more of them.");
        }
    }

    private void same(List<List<PictureFacts>> groups) {
        int again = groups.stream().mapToInt(group -> group.size() - 1).sum();
        if (again > 0) {
            add(Kind.DUPLICATE_ROWS, pictures(again) + (again == 1 ? " is a copy" : " are copies") + " of another: "
                    + some(groups.stream().map(PictureConcerns::pair).toList()) + ".", "Keep one of each.");
        }
        overlap(groups, "stand", "", Kind.IN_BOTH_PARTS);
        List<List<PictureFacts>> torn = groups.stream().filter(PictureConcerns::isTorn).toList();
        if (!torn.isEmpty()) {
            add(Kind.CONTRADICTION, pictures(torn.size()) + (torn.size() == 1 ? " stands" : " stand")
                    + " in several classes: " + some(torn.stream().map(PictureConcerns::pair).toList()) + ".",
                    "No network can learn both: decide to which class each belongs.");
        }
    }

    private void overlap(List<List<PictureFacts>> groups, String verb, String how, Kind kind) {
        List<List<PictureFacts>> both = groups.stream().filter(PictureConcerns::isLearntAndTested).toList();
        if (!both.isEmpty()) {
            long tested = both.stream().flatMap(List::stream).filter(PictureConcerns::isTest).count();
            add(kind, pictures(tested) + " of the test part " + verb + (tested == 1 ? "s" : "") + how
                    + " in another part too: "
                    + some(both.stream().map(PictureConcerns::pair).toList()) + ".",
                    "Remove them from one of the two: on them a network is judged by what it has seen.");
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
            add(Kind.NEAR_DUPLICATES, pictures(pairs.size()) + (pairs.size() == 1 ? " looks" : " look")
                    + " much like another one: " + some(pairs.stream().map(PictureConcerns::pair).toList()) + ".",
                    "If they are the same thing, keep one of each, or keep them in one part.");
        }
        overlap(pairs, "look", " much like one", Kind.NEAR_DUPLICATES);
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
            add(Kind.MIXED_SIZES, "Pictures have different proportions, and would be stretched to one.",
                    "Say how they are brought to one size: \"resize\": \"fit\" or \"fill\".");
        }
    }

    private static String pair(List<PictureFacts> group) {
        return group.getFirst().name() + " = " + group.get(1).name();
    }

    private static String files(long count) {
        return count == 1 ? "1 file" : Told.count(count) + " files";
    }

    private static String pictures(long count) {
        return count == 1 ? "1 picture" : Told.count(count) + " pictures";
    }

    private static String some(List<String> texts) {
        return texts.stream().limit(3).collect(Collectors.joining(", "))
                + (texts.size() > 3 ? " and " + Told.count(texts.size() - 3) + " more" : "");
    }

    private void add(Kind kind, String found, String mend) {
        concerns.add(new Concern(kind, List.of(), found, mend));
    }
}
