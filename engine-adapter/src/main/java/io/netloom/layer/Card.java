package io.netloom.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How a layer presents itself in the palette and on its reference page.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Card {
    /// The drawer of the palette.
    Category category();

    /// An icon's name in Material Design Icons.
    String icon();

    /// What it does, in one sentence.
    String help();

    /// Where it was published, or empty.
    String paper() default "";
}
