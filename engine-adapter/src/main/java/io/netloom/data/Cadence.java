package io.netloom.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the times of a series follow each other.
///
/// @param clock what the times are
/// @param step the usual distance from one to the next, in seconds or the numbers' own unit
/// @param months the usual distance in months, where it is a number of whole ones; else 0
/// @param even share of distances that are within a half of the usual one
record Cadence(Clock clock, double step, int months, double even) {
    static final double DAY = 86_400;
    private static final double HALF = 0.5;
    /// Share of even steps from which on a cycle is a number of rows.
    private static final double EVEN = 0.95;
    private static final double FEWEST_STEPS = 1.9;
    private static final double ROUNDING = 0.005;
    private static final double SHORTEST_MONTH = 27.9 * DAY;
    private static final double MEAN_MONTH = 30.436875 * DAY;
    private static final int TIMES_LOOKED_AT = 1_000;

    /// What times are.
    enum Clock {
        /// Numbers that grow.
        COUNTER,
        /// Moments on the first second of a day.
        DAYS,
        /// Any moments.
        MOMENTS
    }

    /// Something that comes again.
    ///
    /// @param name what it is called
    /// @param steps how many steps later
    record Cycle(String name, int steps) {}

    /// @param times rising within each group
    /// @param begins where each group begins, and behind them the number of times
    static Cadence of(double[] times, List<Integer> begins, boolean dates) {
        double[] steps = steps(times, begins);
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted.length == 0 ? 1 : sorted[sorted.length / 2];
        long even = Arrays.stream(steps).filter(step -> Math.abs(step - usual) <= HALF * usual).count();
        Clock clock = !dates ? Clock.COUNTER
                : Arrays.stream(times).allMatch(time -> time % DAY == 0) ? Clock.DAYS : Clock.MOMENTS;
        return new Cadence(clock, usual, dates ? months(times, usual) : 0,
                steps.length == 0 ? 0 : even / (double) steps.length);
    }

    private static double[] steps(double[] times, List<Integer> begins) {
        double[] steps = new double[times.length];
        int count = 0;
        for (int group = 0; group + 1 < begins.size(); group++) {
            for (int row = begins.get(group) + 1; row < begins.get(group + 1); row++) {
                steps[count++] = times[row] - times[row - 1];
            }
        }
        return Arrays.copyOf(steps, count);
    }

    private static int months(double[] times, double usual) {
        if (usual < SHORTEST_MONTH) {
            return 0;
        }
        List<LocalDateTime> some = Arrays.stream(times).limit(TIMES_LOOKED_AT).mapToObj(Cadence::moment).toList();
        LocalDateTime first = some.getFirst();
        boolean alike = some.stream().allMatch(time -> time.toLocalTime().equals(first.toLocalTime())
                && (time.getDayOfMonth() == first.getDayOfMonth() || endsMonth(time) && endsMonth(first)));
        return alike ? (int) Math.round(usual / MEAN_MONTH) : 0;
    }

    private static boolean endsMonth(LocalDateTime time) {
        return time.getDayOfMonth() == time.toLocalDate().lengthOfMonth();
    }

    private static LocalDateTime moment(double seconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(seconds * 1000)), ZoneOffset.UTC);
    }

    /// The time so many usual steps after another.
    double after(double time, int steps) {
        if (months == 0) {
            return time + steps * step;
        }
        LocalDateTime from = moment(time);
        LocalDateTime to = from.plusMonths((long) steps * months);
        return (endsMonth(from) ? to.withDayOfMonth(to.toLocalDate().lengthOfMonth()) : to).toEpochSecond(
                ZoneOffset.UTC);
    }

    /// A time as it is written.
    String text(double time) {
        return switch (clock) {
            case COUNTER -> time == Math.rint(time) ? Long.toString((long) time) : Double.toString(time);
            case DAYS -> moment(time).toLocalDate().toString();
            case MOMENTS -> moment(time).toString();
        };
    }

    /// The cycles of the calendar that are longer than a step, the shortest first.
    List<Cycle> cycles() {
        List<Cycle> cycles = new ArrayList<>();
        if (clock != Clock.COUNTER && even > EVEN) {
            add(cycles, "a day", DAY);
            add(cycles, "a week", 7 * DAY);
            add(cycles, "a year", 12 * MEAN_MONTH);
        }
        return cycles;
    }

    private void add(List<Cycle> cycles, String name, double seconds) {
        double steps = seconds / step;
        boolean whole = Math.abs(steps - Math.rint(steps)) < ROUNDING * Math.max(1, steps);
        if (steps >= FEWEST_STEPS && steps < Integer.MAX_VALUE && whole) {
            cycles.add(new Cycle(name, (int) Math.round(steps)));
        }
    }

    /// Whether a distance skips at least one time.
    boolean isGap(double distance) {
        return distance > (1 + HALF) * step;
    }
}
