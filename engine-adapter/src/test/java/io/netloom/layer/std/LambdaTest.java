package io.netloom.layer.std;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaTest {
    private static final Shape SHAPE = Shape.of(3, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x +            | 1 | a number, an input, a function or a bracket | the expression ends there
            ''             | 1 | a number, an input, a function or a bracket | the expression ends there
            2 * (x + 1     | 1 | a )                                         | the expression ends there
            x) + 1         | 1 | a sign or the end                           | there is ) at character 2
            2 x            | 1 | a sign or the end                           | there is x at character 3
            x * 块         | 1 | a number, an input, a function or a bracket | there is 块 at character 5
            x + x1         | 1 | its one input called x                      | there is x1 at character 5
            x0 + x         | 2 | its inputs called x0 to x1                  | there is x at character 6
            x0 + x9999     | 2 | its inputs called x0 to x1                  | there is x9999 at character 6
            min(x)         | 1 | min of 2 numbers                            | there are 1 at character 1
            x + exp(x, 2)  | 1 | exp of 1 number                             | there are 2 at character 5
            exp x          | 1 | a (                                         | there is x at character 5
            x + 1 / (2-2)  | 1 | numbers that can be computed                | there is none at character 7
            x + 1e999      | 1 | numbers that can be computed                | there is none at character 5
            x0 * 2         | 2 | an expression of all its inputs             | x1 is not in it
            3 + 4          | 1 | an expression of all its inputs             | x is not in it
            """)
    void whatIsNoExpressionIsAProblemThatSaysWhere(String expression, int inputs, String needed, String found) {
        Problem problem = (Problem) infer(expression, inputs);
        assertThat(problem.needed()).isEqualTo(needed);
        assertThat(problem.found()).isEqualTo(found);
    }

    @Test
    void anUnknownFunctionIsToldWhichThereAre() {
        Problem problem = (Problem) infer("x + import(1)", 1);
        assertThat(problem.about("Lambda")).startsWith("Lambda needs x, or one of exp, log, sqrt, abs, sin, cos, tanh,")
                .endsWith(" clamp but there is import at character 5. Set expression to x.");
    }

    @ParameterizedTest
    @CsvSource({"x ** 2, x ^ 2", "-x**2 * 3, -(x ^ 2) * 3", "2**-x**0.5, 2 ^ (-(x ^ 0.5))"})
    void powersCanBeWrittenAsInPython(String python, String usual) {
        assertThat(new Lambda(python).module(List.of(SHAPE))).isEqualTo(new Lambda(usual).module(List.of(SHAPE)));
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertThat(infer("x" + " + x".repeat(124), 1)).isInstanceOf(Shapes.class);
        assertThat(infer("x" + " + x".repeat(125), 1)).isInstanceOf(Problem.class);
        for (String open : List.of("(", "-", "2^", "exp(")) {
            assertThat(((Problem) infer(open.repeat(100) + "x", 1)).needed()).isEqualTo(
                    "at most 50 brackets and signs one within the other");
        }
    }

    @Test
    void inputsOfSeveralShapesAreAProblem() {
        assertThat(new Lambda("x0 + x1").infer(List.of(SHAPE, Shape.of(2, 3)))).isInstanceOf(Problem.class);
    }

    @Property(tries = 2000)
    void anyTextIsAnExpressionOrAProblemThatItsRemedyMends(
            @ForAll @StringLength(max = 12) @Chars({'x', '0', '1', '.', 'e', '+', '-', '*', '/', '^', '(', ')', ' ',
                    ','}) String text,
            @ForAll @IntRange(min = 1, max = 64) int inputs) {
        switch (infer(text, inputs)) {
            case Shapes(List<Shape> outputs) -> {
                assertThat(outputs).containsExactly(SHAPE);
                assertThat(new Lambda(text).module(Collections.nCopies(inputs, SHAPE)).call()).contains("{0}");
            }
            case Problem problem -> {
                var change = (Remedy.Change) problem.remedies().getFirst();
                assertThat(infer(change.value(), inputs)).isInstanceOf(Shapes.class);
            }
        }
    }

    private static Inferred infer(String expression, int inputs) {
        return new Lambda(expression).infer(Collections.nCopies(inputs, SHAPE));
    }
}
