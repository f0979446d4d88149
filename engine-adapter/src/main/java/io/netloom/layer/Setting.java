package io.netloom.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes one setting of a layer, on the record component that holds it. The default is what the record's
/// constructor without arguments gives.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /// What it does, in one sentence.
    String value();

    /// Smallest value of a number, or of each part of a size.
    double min() default Double.NEGATIVE_INFINITY;

    /// Largest value of a number, or of each part of a size.
    double max() default Double.POSITIVE_INFINITY;
}
