package io.netloom.layer.std;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads an [Expression]: sums of products of powers, in brackets and functions. Bounded in length and depth, because the
/// text may come from a stranger's file.
final class ExpressionReader {
    static final int MOST_CHARACTERS = 500;
    private static final int MOST_LEVELS = 50;
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern INPUT = Pattern.compile("x(\\d{0,4})");
    private static final String CLAMP = "clamp";

    private final String text;
    private final int inputs;
    private int at;
    private int levels;

    /// What came of reading.
    sealed interface Reading {

        /// An expression.
        record Read(Expression expression) implements Reading {}

        /// The text is none.
        ///
        /// @param needed what is needed, in words that follow "needs"
        /// @param found what is there instead, and where
        record Misread(String needed, String found) implements Reading {}
    }

    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Reading.Misread misread;

        Stop(String needed, String found) {
            super(needed + ", " + found, null, false, false);
            misread = new Reading.Misread(needed, found);
        }
    }

    ExpressionReader(String text, int inputs) {
        this.text = text;
        this.inputs = inputs;
    }

    Reading read() {
        if (text.length() > MOST_CHARACTERS) {
            return new Reading.Misread("an expression of at most " + MOST_CHARACTERS + " characters",
                    "its own has " + text.length());
        }
        try {
            Expression whole = sum();
            if (!ended()) {
                throw new Stop("a sign or the end", found());
            }
            return new Reading.Read(whole);
        } catch (Stop stop) {
            return stop.misread;
        }
    }

    private Expression sum() throws Stop {
        Expression sum = product();
        while (true) {
            int begin = at;
            if (take('+')) {
                sum = known(Expression.binary(Expression.Sign.PLUS, sum, product()), begin);
            } else if (take('-')) {
                sum = known(Expression.binary(Expression.Sign.MINUS, sum, product()), begin);
            } else {
                return sum;
            }
        }
    }

    private Expression product() throws Stop {
        Expression product = signed();
        while (true) {
            int begin = at;
            if (take('*')) {
                product = known(Expression.binary(Expression.Sign.TIMES, product, signed()), begin);
            } else if (take('/')) {
                product = known(Expression.binary(Expression.Sign.BY, product, signed()), begin);
            } else {
                return product;
            }
        }
    }

    private Expression signed() throws Stop {
        if (++levels > MOST_LEVELS) {
            throw new Stop("at most " + MOST_LEVELS + " brackets and signs one within the other",
                    "there are more at character " + (at + 1));
        }
        Expression signed = take('-') ? Expression.negation(signed()) : take('+') ? signed() : power();
        levels--;
        return signed;
    }

    private Expression power() throws Stop {
        Expression base = atom();
        int begin = at;
        return take('^') || takePower() ? known(Expression.binary(Expression.Sign.TO_THE, base, signed()), begin)
                : base;
    }

    /// As Python writes it.
    private boolean takePower() {
        if (ended() || !text.startsWith("**", at)) {
            return false;
        }
        at += 2;
        return true;
    }

    private Expression atom() throws Stop {
        int begin = at;
        if (take('(')) {
            Expression inner = sum();
            need(')');
            return inner;
        }
        Optional<String> number = match(NUMBER);
        if (number.isPresent()) {
            return known(new Expression.Constant(Double.parseDouble(number.get())), begin);
        }
        Optional<String> name = match(NAME);
        if (name.isEmpty()) {
            throw new Stop("a number, an input, a function or a bracket", found());
        }
        Matcher input = INPUT.matcher(name.get());
        return input.matches() ? input(name.get(), input.group(1), begin) : function(name.get(), begin);
    }

    private Expression input(String name, String digits, int begin) throws Stop {
        boolean there = digits.isEmpty() ? inputs == 1 : Integer.parseInt(digits) < inputs;
        if (!there) {
            throw new Stop(inputs == 1 ? "its one input called x" : "its inputs called x0 to x" + (inputs - 1),
                    "there is " + name + place(begin));
        }
        return new Expression.Input(digits.isEmpty() ? 0 : Integer.parseInt(digits));
    }

    private Expression function(String name, int begin) throws Stop {
        if (name.equals(CLAMP)) {
            List<Expression> bounded = arguments(name, 3, begin);
            Expression lower = Expression.call(Expression.Function.MAX, bounded.subList(0, 2));
            return known(Expression.call(Expression.Function.MIN, List.of(lower, bounded.get(2))), begin);
        }
        for (Expression.Function function : Expression.Function.values()) {
            if (function.text().equals(name)) {
                return known(Expression.call(function, arguments(name, function.arity(), begin)), begin);
            }
        }
        throw new Stop("x, or one of " + Arrays.stream(Expression.Function.values()).map(Expression.Function::text)
                .collect(Collectors.joining(", ", "", ", " + CLAMP)), "there is " + name + place(begin));
    }

    private List<Expression> arguments(String name, int count, int begin) throws Stop {
        var arguments = new ArrayList<Expression>();
        need('(');
        do {
            arguments.add(sum());
        } while (take(','));
        need(')');
        if (arguments.size() != count) {
            throw new Stop(name + " of " + count + (count == 1 ? " number" : " numbers"),
                    "there are " + arguments.size() + place(begin));
        }
        return arguments;
    }

    /// What has been computed already must be a number.
    private Expression known(Expression expression, int begin) throws Stop {
        if (expression instanceof Expression.Constant(double value) && !Double.isFinite(value)) {
            throw new Stop("numbers that can be computed", "there is none" + place(begin));
        }
        return expression;
    }

    private void need(char sign) throws Stop {
        if (!take(sign)) {
            throw new Stop("a " + sign, found());
        }
    }

    private boolean take(char sign) {
        if (ended() || text.charAt(at) != sign) {
            return false;
        }
        at++;
        return true;
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (ended() || !matcher.region(at, text.length()).lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    /// Passes over spaces.
    private boolean ended() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private String found() {
        return ended() ? "the expression ends there"
                : "there is " + Character.toString(text.codePointAt(at)) + place(at);
    }

    private static String place(int index) {
        return " at character " + (index + 1);
    }
}
