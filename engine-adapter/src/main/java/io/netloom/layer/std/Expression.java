package io.netloom.layer.std;

import io.netloom.layer.TorchCode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Arithmetic over the entries of inputs of one shape. [#read] reads it; what is known at once is computed at once, so that a
/// [Constant] stands only beside or below something that has an input in it.
sealed interface Expression {

    /// A number.
    record Constant(double value) implements Expression {}

    /// The input of this place.
    record Input(int index) implements Expression {}

    /// The opposite.
    record Negation(Expression of) implements Expression {}

    /// Two joined by a sign.
    record Binary(Sign sign, Expression left, Expression right) implements Expression {}

    /// A function of one or two.
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// What stands between two.
    enum Sign {
        PLUS, MINUS, TIMES, BY, TO_THE;

        private double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case BY -> a / b;
                case TO_THE -> Math.pow(a, b);
            };
        }

        private int level() {
            return switch (this) {
                case PLUS, MINUS -> 1;
                case TIMES, BY -> 2;
                case TO_THE -> POWER;
            };
        }

        private String python() {
            return switch (this) {
                case PLUS -> "+";
                case MINUS -> "-";
                case TIMES -> "*";
                case BY -> "/";
                case TO_THE -> "**";
            };
        }
    }

    /// A function with a name.
    enum Function {
        EXP, LOG, SQRT, ABS, SIN, COS, TANH, SIGMOID, RELU, MIN, MAX;

        /// As it is written.
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// How many it takes.
        int arity() {
            return this == MIN || this == MAX ? 2 : 1;
        }

        private double of(double[] a) {
            return switch (this) {
                case EXP -> Math.exp(a[0]);
                case LOG -> Math.log(a[0]);
                case SQRT -> Math.sqrt(a[0]);
                case ABS -> Math.abs(a[0]);
                case SIN -> Math.sin(a[0]);
                case COS -> Math.cos(a[0]);
                case TANH -> Math.tanh(a[0]);
                case SIGMOID -> 1 / (1 + Math.exp(-a[0]));
                case RELU -> Math.max(0, a[0]);
                case MIN -> Math.min(a[0], a[1]);
                case MAX -> Math.max(a[0], a[1]);
            };
        }
    }

    /// How tightly a sign binds: sums 1, products 2, then these.
    int NEGATION = 3;
    int POWER = 4;
    int ATOM = 5;

    /// Reads an expression over so many inputs.
    static ExpressionReader.Reading read(String text, int inputs) {
        return new ExpressionReader(text, inputs).read();
    }

    /// The opposite of it, computed if it is a number.
    static Expression negation(Expression of) {
        return of instanceof Constant(double value) ? new Constant(-value) : new Negation(of);
    }

    /// Two joined, computed if both are numbers.
    static Expression binary(Sign sign, Expression left, Expression right) {
        return left instanceof Constant(double a) && right instanceof Constant(double b)
                ? new Constant(sign.of(a, b))
                : new Binary(sign, left, right);
    }

    /// A function's value, computed if it is one of numbers.
    static Expression call(Function function, List<Expression> arguments) {
        double[] numbers = arguments.stream().filter(Constant.class::isInstance).map(Constant.class::cast)
                .mapToDouble(Constant::value).toArray();
        return numbers.length == arguments.size() ? new Constant(function.of(numbers))
                : new Call(function, arguments);
    }

    /// The places of the inputs that stand in it.
    default Set<Integer> inputs() {
        return switch (this) {
            case Constant _ -> Set.of();
            case Input(int index) -> Set.of(index);
            case Negation(Expression of) -> of.inputs();
            case Binary(Sign _, Expression left, Expression right) -> union(List.of(left, right));
            case Call(Function _, List<Expression> arguments) -> union(arguments);
        };
    }

    /// The local that holds its value; of a number, the number.
    default String torch(TorchCode code) {
        return switch (this) {
            case Constant(double value) -> Double.toString(value);
            case Input(int index) -> code.inputs().get(index);
            case Negation(Expression of) -> code.let("torch.neg(" + of.torch(code) + ")");
            case Binary(Sign sign, Constant(double value), Expression right) -> {
                String x = right.torch(code);
                yield code.let(switch (sign) {
                    case PLUS -> "torch.add(" + x + ", " + value + ")";
                    case MINUS -> "torch.rsub(" + x + ", " + value + ")";
                    case TIMES -> "torch.mul(" + x + ", " + value + ")";
                    case BY -> "torch.mul(torch.reciprocal(" + x + "), " + value + ")";
                    case TO_THE -> "torch.pow(" + value + ", " + x + ")";
                });
            }
            case Binary(Sign sign, Expression left, Expression right) -> {
                String operator = switch (sign) {
                    case PLUS -> "add";
                    case MINUS -> "sub";
                    case TIMES -> "mul";
                    case BY -> "div";
                    case TO_THE -> "pow";
                };
                String a = left.torch(code);
                yield code.let("torch." + operator + "(" + a + ", " + right.torch(code) + ")");
            }
            case Call(Function function, List<Expression> arguments) -> {
                String list = arguments(arguments).map(a -> a.torch(code)).collect(Collectors.joining(", "));
                boolean bound = arguments.stream().anyMatch(Constant.class::isInstance);
                yield code.let("torch." + switch (function) {
                    case MIN -> bound ? "clamp_max" : "minimum";
                    case MAX -> bound ? "clamp_min" : "maximum";
                    case EXP, LOG, SQRT, ABS, SIN, COS, TANH, SIGMOID, RELU -> function.text();
                } + "(" + list + ")");
            }
        };
    }

    /// As Python writes it, with `{0}`, `{1}` for the inputs.
    default String python() {
        return switch (this) {
            case Constant(double value) -> value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
            case Input(int index) -> "{" + index + "}";
            case Negation(Expression of) -> "-" + of.within(NEGATION);
            case Binary(Sign sign, Expression left, Expression right) -> sign == Sign.TO_THE
                    ? left.within(ATOM) + " ** " + right.within(NEGATION)
                    : left.within(sign.level()) + " " + sign.python() + " " + right.within(sign.level() + 1);
            case Call(Function function, List<Expression> arguments) -> {
                List<Expression> sorted = arguments(arguments).toList();
                String first = sorted.getFirst().python();
                yield sorted.getLast() instanceof Constant bound
                        ? "torch.clamp(" + first + ", " + (function == Function.MIN ? "max=" : "min=")
                                + bound.python() + ")"
                        : "torch." + switch (function) {
                            case MIN -> "minimum(" + first + ", " + sorted.getLast().python() + ")";
                            case MAX -> "maximum(" + first + ", " + sorted.getLast().python() + ")";
                            case EXP, LOG, SQRT, ABS, SIN, COS, TANH, SIGMOID, RELU ->
                                function.text() + "(" + first + ")";
                        };
            }
        };
    }

    /// In brackets, unless it binds at least so tightly.
    private String within(int level) {
        int own = switch (this) {
            case Constant(double value) -> value < 0 ? NEGATION : ATOM;
            case Negation _ -> NEGATION;
            case Binary(Sign sign, Expression _, Expression _) -> sign.level();
            case Input _,Call _ -> ATOM;
        };
        return own < level ? "(" + python() + ")" : python();
    }

    /// Numbers last, as the operators have them.
    private static Stream<Expression> arguments(List<Expression> arguments) {
        return arguments.stream().sorted(Comparator.comparing(Constant.class::isInstance));
    }

    private static Set<Integer> union(List<Expression> parts) {
        return parts.stream().flatMap(part -> part.inputs().stream()).collect(Collectors.toSet());
    }
}
