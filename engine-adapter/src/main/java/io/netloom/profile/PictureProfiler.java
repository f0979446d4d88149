package io.netloom.profile;

import io.netloom.data.ImageFolder;
import io.netloom.data.Part;
import io.netloom.data.PictureFacts;
import io.netloom.data.PictureSurvey;
import io.netloom.profile.PictureProfile.PictureClass;
import io.netloom.profile.PictureProfile.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sums up what was seen of a folder of pictures.
final class PictureProfiler {
    private static final int EXAMPLES = 3;
    /// Pictures that the baselines see, spread over the folder.
    private static final int SAMPLE = 20_000;

    private final Path folder;
    private final PictureSurvey survey;
    private final List<PictureFacts> pictures;

    PictureProfiler(Path folder, PictureSurvey survey) {
        this.folder = folder;
        this.survey = survey;
        this.pictures = survey.pictures();
    }

    PictureProfile profile(BooleanSupplier stop) {
        List<PictureClass> classes = classes();
        List<Size> sizes = pictures.stream().map(p -> new Size(p.width(), p.height()))
                .sorted(Comparator.comparingLong(s -> (long) s.width() * s.height())).toList();
        double[] aspects = pictures.stream().mapToDouble(p -> p.width() / (double) p.height()).sorted().toArray();
        List<Double> mean = IntStream.range(0, 3).mapToObj(c -> average(c, 0)).toList();
        List<Double> deviation = IntStream.range(0, 3)
                .mapToObj(c -> Math.sqrt(Math.max(0, average(c, 1) - mean.get(c) * mean.get(c)))).toList();
        SequencedMap<String, Integer> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            int count = (int) pictures.stream().filter(p -> p.part().filter(part::equals).isPresent()).count();
            if (count > 0) {
                parts.put(part.name().toLowerCase(Locale.ROOT), count);
            }
        }
        var worries = new PictureConcerns(survey);
        return new PictureProfile(folder, survey.asked(), pictures.size(), survey.leftOut(), classes, parts,
                counts(PictureFacts::format), counts(p -> p.mode().name().toLowerCase(Locale.ROOT)), sizes.getFirst(),
                sizes.get(sizes.size() / 2), sizes.getLast(), aspects[aspects.length - 1], aspects[0], mean, deviation,
                target(), worries.all(classes, stop));
    }

    private double average(int channel, int power) {
        return pictures.stream().mapToDouble(p -> p.channels()[channel][power]).average().orElseThrow();
    }

    private List<PictureClass> classes() {
        Map<String, List<PictureFacts>> by = pictures.stream()
                .collect(Collectors.groupingBy(PictureFacts::label, TreeMap::new, Collectors.toList()));
        return by.entrySet().stream().map(e -> new PictureClass(e.getKey(), e.getValue().size(),
                e.getValue().stream().limit(EXAMPLES).map(PictureFacts::name).toList())).toList();
    }

    private SequencedMap<String, Integer> counts(Function<PictureFacts, String> of) {
        Map<String, Integer> counts = new TreeMap<>();
        pictures.forEach(p -> counts.merge(of.apply(p), 1, Integer::sum));
        SequencedMap<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /// Learns from what the folders give for training and judges by what they give for the test, or else by chance.
    TargetProfile target() {
        int classes = (int) pictures.stream().map(PictureFacts::label).distinct().count();
        int step = Math.ceilDiv(pictures.size(), SAMPLE);
        List<PictureFacts> some = IntStream.range(0, pictures.size()).filter(i -> i % step == 0)
                .mapToObj(pictures::get).toList();
        Sample sample = Sample.divided(List.of(), some.size());
        if (some.stream().anyMatch(PictureProfiler::isTest)) {
            sample = new Sample(List.of(), chosen(sample, some, p -> !isTest(p)),
                    chosen(sample, some, PictureProfiler::isTest));
        }
        Answer answer = Answer.of(
                new Sample.Values.Texts(some.stream().map(PictureFacts::label).toArray(String[]::new)), true);
        var baselines = new Baselines(sample, answer);
        for (int pixel = 0; pixel < some.getFirst().tiny().length; pixel++) {
            int at = pixel;
            baselines.offer(new Sample.Values.Numbers(some.stream().mapToDouble(p -> p.tiny()[at] & 0xFF).toArray(),
                    false));
        }
        List<Baseline> all = classes > 1 ? baselines.all() : List.of();
        List<String> remarks = new ArrayList<>(baselines.remarks());
        if (all.size() > 1) {
            remarks.add("The linear model sees pictures of " + PictureFacts.DOWN + "×" + PictureFacts.DOWN
                    + " pixels.");
        }
        return new TargetProfile(ImageFolder.TARGET, true, true, sample.learnt().length, sample.judged().length, all,
                remarks);
    }

    private static boolean isTest(PictureFacts picture) {
        return picture.part().filter(part -> part == Part.TEST).isPresent();
    }

    /// Those of a sample, in its shuffled order.
    private static int[] chosen(Sample sample, List<PictureFacts> pictures, Predicate<PictureFacts> wanted) {
        return IntStream.concat(IntStream.of(sample.learnt()), IntStream.of(sample.judged()))
                .filter(i -> wanted.test(pictures.get(i))).toArray();
    }
}
