package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.Augmentation;
import io.netloom.data.Augmentation.Flip;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How pictures are changed, as JSON. What is off is not written, and what is not there is off.
final class AugmentationJson {
    private AugmentationJson() {}

    static ObjectNode write(Augmentation how) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (how.flip() != Flip.NONE) {
            json.put("flip", name(how.flip()));
        }
        numbers(how).forEach((name, value) -> {
            if (value > 0) {
                json.put(name, value);
            }
        });
        return json;
    }

    private static Map<String, Double> numbers(Augmentation how) {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("rotation", how.rotation());
        numbers.put("crop", how.crop());
        numbers.put("zoom", how.zoom());
        numbers.put("shift", how.shift());
        numbers.put("brightness", how.brightness());
        numbers.put("contrast", how.contrast());
        numbers.put("hue", how.hue());
        numbers.put("noise", how.noise());
        numbers.put("erasing", how.erasing());
        numbers.put("mixup", how.mixup());
        return numbers;
    }

    static Augmentation read(Fields fields) {
        fields.only("flip", "rotation", "crop", "zoom", "shift", "brightness", "contrast", "hue", "noise", "erasing",
                "mixup");
        Flip flip = fields.has("flip") ? flip(fields) : Flip.NONE;
        double rotation = number(fields, "rotation");
        double crop = number(fields, "crop");
        double zoom = number(fields, "zoom");
        double shift = number(fields, "shift");
        double brightness = number(fields, "brightness");
        double contrast = number(fields, "contrast");
        double hue = number(fields, "hue");
        double noise = number(fields, "noise");
        double erasing = number(fields, "erasing");
        double mixup = number(fields, "mixup");
        return fields.within(() -> new Augmentation(flip, rotation, crop, zoom, shift, brightness, contrast, hue, noise,
                erasing, mixup));
    }

    private static double number(Fields fields, String name) {
        return fields.has(name) ? fields.number(name) : 0;
    }

    private static Flip flip(Fields fields) {
        String given = fields.text("flip");
        return Arrays.stream(Flip.values()).filter(flip -> name(flip).equals(given)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.flip",
                        "{0}: flip must be {1}, not ''{2}''.", fields.place(),
                        Arrays.stream(Flip.values()).map(AugmentationJson::name).collect(Collectors.joining(", ")),
                        given)));
    }

    private static String name(Flip flip) {
        return flip.name().toLowerCase(Locale.ROOT);
    }
}
